import { type ContractDocument } from "../contract-document";

type Json = Readonly<Record<string, unknown>>;
type Place = readonly [path: string, method: string];

/** The operations that may differ: those that changed, or refer to something that changed. */
export function affectedBy(document: ContractDocument, released: ContractDocument) {
  const changed = new Set<string>();
  const uses = new Map<string, string[]>();
  const sections = [document, released].map(({ components }) => components as unknown as Record<string, Json>);
  for (const [section, parts] of Object.entries(sections[0]!)) {
    for (const [name, part] of Object.entries(parts)) {
      const text = JSON.stringify(part);
      const old = sections[1]![section]?.[name];
      const key = `#/components/${section}/${name}`;
      if (part !== old && text !== JSON.stringify(old)) changed.add(key);
      uses.set(key, referencesIn(text));
    }
  }
  for (const section of ["schemas", "parameters", "responses"]) {
    for (const name of Object.keys(sections[1]![section]!)) {
      if (sections[0]![section]![name] === undefined) changed.add(`#/components/${section}/${name}`);
    }
  }
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

function referencesIn(text: string): string[] {
  return [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference!);
}
