import { type Simulator } from "lumenone-simulator";

/** What LumenOne has of all tenants, and every object that is there twice. */
export function inventory(simulator: Simulator): { counts: Record<string, number>; doubled: string[] } {
  const { organizations, workspaces, tools, folders, documents } = simulator.snapshot();
  const doubled: string[] = [];
  const count = (kind: string, keys: readonly string[]): number => {
    keys.forEach((key, index) => keys.indexOf(key) < index && doubled.push(`${kind} ${key}`));
    return keys.length;
  };
  const within = (objects: readonly object[]) =>
    objects.map((object) => {
      const { organization, organizationId, name, title } = object as Record<string, unknown>;
      return JSON.stringify([organization ?? organizationId, name ?? title]);
    });
  const counts = {
    organizations: count(
      "organization",
      organizations.map(({ name }) => name),
    ),
    workspaces: count("workspace", within(workspaces)),
    tools: count("tool", within(tools)),
    folders: count("folder", within(folders)),
    documents: documents.length,
  };
  return { counts, doubled };
}
