import { type ContractDocument } from "../contract-document";

type Place = readonly [path: string, method: string];

/** The operations that may differ: those that changed, or refer to something that changed. */
export function affectedBy(document: ContractDocument, released: ContractDocument) {
  const [now, then] = [partsOf(document), partsOf(released)];
  const isChanged = (key: string) =>
    now.get(key) !== then.get(key) && JSON.stringify(now.get(key)) !== JSON.stringify(then.get(key));
  const changed = new Set([...now.keys(), ...then.keys()].filter(isChanged));
  const uses = new Map([...now].map(([key, part]) => [key, referencesIn(JSON.stringify(part))]));
  const reaches = (keys: readonly string[], seen: Set<string>): boolean =>
    keys.some((key) => {
      if (changed.has(key)) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return reaches(uses.get(key) ?? [], seen);
    });
  return ([path, method]: Place, [oldPath, oldMethod]: Place): boolean => {
    const text = JSON.stringify(document.paths[path]![method]);
    const isSame = path === oldPath && text === JSON.stringify(released.paths[oldPath]![oldMethod]);
    return !isSame || reaches(referencesIn(text), new Set());
  };
}

/** The components of a document, by their references. */
function partsOf({ components }: ContractDocument): ReadonlyMap<string, unknown> {
  const parts = Object.entries(components).flatMap(([section, inner]) =>
    Object.entries(inner).map(([name, part]) => [`#/components/${section}/${name}`, part] as const),
  );
  return new Map(parts);
}

function referencesIn(text: string): string[] {
  return [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference!);
}
