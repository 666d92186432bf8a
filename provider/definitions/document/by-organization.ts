import { type Failures } from "../../lifecycle/process/batch";
import { organizationOf } from "./docpath";

/** The same failure of several documents, each in its own words. */
export function failing(docpaths: string[], error: (docpath: string) => Error): Failures<string> {
  return new Map(docpaths.map((docpath) => [docpath, error(docpath)]));
}

/**
 * Does something with documents of each organization apart: a docpath of a wrong organization fails the whole call (documented),
 * and the others must not suffer for it.
 */
export async function byOrganization(
  docpaths: string[],
  run: (group: string[]) => Promise<Failures<string>>,
): Promise<Failures<string>> {
  const groups = new Map<string, string[]>();
  for (const docpath of docpaths) {
    const organization = organizationOf(docpath);
    groups.set(organization, [...(groups.get(organization) ?? []), docpath]);
  }
  const failures = new Map<string, Error>();
  for (const group of groups.values()) {
    const failed = await run(group).catch((error: Error) => failing(group, () => error));
    for (const [docpath, error] of failed) failures.set(docpath, error);
  }
  return failures;
}
