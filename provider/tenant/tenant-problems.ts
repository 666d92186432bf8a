import { type TenantArgs, type TenantLink } from "./tenant-args";

/** Something that a tenant names and does not have. */
export interface TenantProblem {
  /** Keys from the tenant's top. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The key that a link names. */
export const linkedKey = (link: TenantLink): string => (typeof link === "string" ? link : link.key);

/** Every part that is named and not there, and every one that is named twice at one place. */
export function tenantProblems(parts: TenantArgs): TenantProblem[] {
  const problems: TenantProblem[] = [];
  const expect = (path: TenantProblem["path"], what: string, key: string, there: object = {}) => {
    if (Object.hasOwn(there, key)) return;
    const known = Object.keys(there);
    const others = known.length === 0 ? `This tenant has no ${what}s` : `There are ${known.join(", ")}`;
    problems.push({ path, message: `there is no ${what} "${key}" in this tenant. ${others}: correct it, or add it.` });
  };
  const expectEach = (path: TenantProblem["path"], what: string, links: readonly TenantLink[] = [], there?: object) => {
    const seen = new Set<string>();
    links.forEach((link, index) => {
      const key = linkedKey(link);
      expect([...path, index], what, key, there);
      if (seen.has(key)) {
        problems.push({ path: [...path, index], message: `${what} "${key}" stands here twice. Keep one of the two.` });
      }
      seen.add(key);
    });
  };
  for (const [key, { tools, voice }] of Object.entries(parts.workspaces ?? {})) {
    expectEach(["workspaces", key, "tools"], "tool", tools, parts.tools);
    const number = voice?.number;
    if (number !== undefined) expect(["workspaces", key, "voice", "number"], "number", number, parts.numbers);
  }
  for (const [key, { workspaces }] of Object.entries(parts.documents ?? {})) {
    expectEach(["documents", key, "workspaces"], "workspace", workspaces, parts.workspaces);
  }
  return problems;
}
