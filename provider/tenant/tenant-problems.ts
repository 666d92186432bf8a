import { type TenantLink } from "./tenant-args";

/** The parts of a tenant as far as they name each other. */
export interface LinkedParts {
  readonly workspaces?: Readonly<
    Record<string, { readonly tools?: readonly TenantLink[]; readonly voice?: { readonly number?: string } }>
  >;
  readonly tools?: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, { readonly workspaces?: readonly TenantLink[] }>>;
  readonly numbers?: Readonly<Record<string, unknown>>;
}

/** Something that a tenant names and does not have. */
export interface TenantProblem {
  /** Keys from the tenant's top. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The key that a link names. */
export const linkedKey = (link: TenantLink): string => (typeof link === "string" ? link : link.key);

/** Every part that is named and not there, and every one that is named twice at one place. */
export function tenantProblems(parts: LinkedParts): TenantProblem[] {
  const problems: TenantProblem[] = [];
  const expect = (
    path: (string | number)[],
    what: string,
    key: string,
    there: Readonly<Record<string, unknown>> = {},
  ) => {
    if (Object.hasOwn(there, key)) return;
    const known = Object.keys(there);
    const others = known.length === 0 ? `This tenant has no ${what}s` : `There are ${known.join(", ")}`;
    problems.push({ path, message: `there is no ${what} "${key}" in this tenant. ${others}: correct it, or add it.` });
  };
  const expectEach = (
    path: (string | number)[],
    what: string,
    links: readonly TenantLink[] = [],
    there?: Readonly<Record<string, unknown>>,
  ) => {
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
    if (voice?.number !== undefined) {
      expect(["workspaces", key, "voice", "number"], "number", voice.number, parts.numbers);
    }
  }
  for (const [key, { workspaces }] of Object.entries(parts.documents ?? {})) {
    expectEach(["documents", key, "workspaces"], "workspace", workspaces, parts.workspaces);
  }
  return problems;
}
