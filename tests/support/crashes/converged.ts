import { typeOf } from "../host";
import { kinds } from "../../../provider/definitions/registry";
import { remotesOf, remotesOfKind } from "../scenarios/remote";
import { type Program } from "../stack";
import { anonymous, declared } from "./crowd";
import { type Site } from "./site";

const prefix = typeOf("");

/** What there is at LumenOne beside what was there at first and what the program declares, by kind. */
export function surplus({ simulator, start }: Site): Record<string, number> {
  const there = (kind: string) => remotesOfKind(simulator, kind).length;
  const before = (kind: string) => remotesOfKind({ ...simulator, snapshot: () => start.server }, kind).length;
  const rows = kinds.map((kind): [string, number] => [kind, there(kind) - before(kind) - (declared[kind] ?? 0)]);
  return Object.fromEntries(rows.filter(([, more]) => more !== 0));
}

/**
 * The end that every crash must come to: what the program declares is at LumenOne once, the state says what LumenOne has,
 * and a preview that reads everything back finds nothing to do.
 * @param twice kinds of which more than declared may be there
 */
export async function expectConverged(site: Site, program: Program, twice: readonly string[] = anonymous) {
  const { resources = [] } = await site.stack.export();
  const ours = resources.filter(({ type }) => type.startsWith(prefix));
  for (const [kind, count] of Object.entries(declared)) {
    const ids = ours.filter(({ type }) => type === prefix + kind).map(({ id = "" }) => id);
    expect([kind, new Set(ids).size]).toEqual([kind, count]);
    for (const id of ids) expect([kind, id, remotesOf(site.simulator, kind, id).length]).toEqual([kind, id, 1]);
  }
  const more = surplus(site);
  expect(Object.keys(more).filter((kind) => !twice.includes(kind))).toEqual([]);
  const preview = await site.stack.preview(program, { refresh: true });
  expect(preview.changed).toEqual([]);
  return more;
}
