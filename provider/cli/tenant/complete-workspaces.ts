import { definitionOf } from "../../definitions/registry";
import { inputFields, remoteValue } from "../../lifecycle/definition/fields";
import { type Doubt } from "../../lifecycle/object/doubt";
import { look } from "../../lifecycle/object/look";
import { Subject } from "../../lifecycle/object/subject";
import { type Context } from "../../lifecycle/process/context";
import { type Values } from "../../lifecycle/state/values";
import { type TenantObject } from "./tenant";

const definition = definitionOf("Workspace");
const identity = { organization: true, accountId: true };

/** Callbacks for each workspace that is read. */
interface Watch {
  readonly shown: (remote: Values) => void;
  /** Only the list shows it; its other fields are unknown. */
  readonly unread: (doubt: Doubt, slug: string) => void;
}

/** Workspaces with the fields that the list leaves out, where a read has them. One that cannot be read stays as it is. */
export async function completeWorkspaces(
  listed: readonly TenantObject[],
  context: Context,
  { shown, unread }: Watch,
): Promise<TenantObject[]> {
  /** Whether a read shows more than the list does; undefined where it shows nothing. */
  let shows: boolean | undefined;
  const read = async (workspace: TenantObject): Promise<TenantObject> => {
    const sight = await look(new Subject(definition, context, workspace.identity, workspace.id));
    if ("doubt" in sight) {
      unread(sight.doubt, workspace.id);
      return workspace;
    }
    shown(sight.object);
    shows ??= Object.keys(sight.object).some((name) => name !== "documents" && !(name in workspace.remote));
    return { ...workspace, remote: { ...workspace.remote, ...sight.object } };
  };
  const completed = new Map<TenantObject, TenantObject>();
  const partial = listed.filter(isPartial);
  // A server that does not know a field leaves it out everywhere: then one response is enough to know.
  for (const workspace of partial) {
    completed.set(workspace, await read(workspace));
    if (shows !== undefined) break;
  }
  const others = shows === true ? partial.filter((workspace) => !completed.has(workspace)) : [];
  await Promise.all(others.map(async (workspace) => completed.set(workspace, await read(workspace))));
  return listed.map((workspace) => completed.get(workspace) ?? workspace);
}

/** Whether the list left a field out that a program can set. */
function isPartial({ remote }: TenantObject): boolean {
  return inputFields(definition.fields).some(
    ([name, field]) => !field.local && !(name in identity) && remoteValue(remote, name, field) === undefined,
  );
}
