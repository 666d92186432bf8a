import { documentName } from "../../definitions/document/docpath";
import { definitionOf } from "../../definitions/registry";
import { ApiError } from "../../errors/api-error";
import { inputFields, remoteValue } from "../../lifecycle/definition/fields";
import { type Doubt, doubtOf } from "../../lifecycle/object/doubt";
import { look } from "../../lifecycle/object/look";
import { Subject } from "../../lifecycle/object/subject";
import { type Context } from "../../lifecycle/process/context";
import { type Values } from "../../lifecycle/state/values";
import { type TenantDocument, type TenantObject } from "./tenant";

/**
 * Reads objects one by one until it is known whether LumenOne gives what its lists leave out: a server that does not know a field
 * leaves it out everywhere. Then reads the others at once, or leaves them as they are.
 */
async function readWhereGiven<T extends TenantObject>(
  listed: readonly TenantObject[],
  read: (object: TenantObject) => Promise<T>,
  isGiven: () => boolean | undefined,
): Promise<(T | TenantObject)[]> {
  const first: T[] = [];
  while (isGiven() === undefined && first.length < listed.length) first.push(await read(listed[first.length]!));
  const others = listed.slice(first.length);
  return [...first, ...(isGiven() ? await Promise.all(others.map(read)) : others)];
}

const workspace = definitionOf("Workspace");
const identity = { organization: true, accountId: true };

/**
 * Workspaces with the fields that the list leaves out, where a read has them. One that cannot be read stays as it is.
 * @param shown is called with each that is read
 * @param unread is called about each that only the list shows: its other fields are unknown
 */
export async function completeWorkspaces(
  listed: readonly TenantObject[],
  context: Context,
  shown: (remote: Values) => void,
  unread: (doubt: Doubt, slug: string) => void,
): Promise<TenantObject[]> {
  /** Whether a read shows more than the list does; undefined where it shows nothing. */
  let shows: boolean | undefined;
  const read = async (object: TenantObject): Promise<TenantObject> => {
    if (!isPartial(object)) return object;
    const sight = await look(new Subject(workspace, context, object.identity, object.id));
    if ("doubt" in sight) {
      unread(sight.doubt, object.id);
      return object;
    }
    shown(sight.object);
    shows ??= Object.keys(sight.object).some((name) => name !== "documents" && !(name in object.remote));
    return { ...object, remote: { ...object.remote, ...sight.object } };
  };
  return readWhereGiven(listed, read, () => shows);
}

/** Whether the list left a field out that a program can set. */
function isPartial({ remote }: TenantObject): boolean {
  return inputFields(workspace.fields).some(
    ([name, field]) => !field.local && !(name in identity) && remoteValue(remote, name, field) === undefined,
  );
}

const document = definitionOf("Document");

/**
 * Makes a function that reads documents with their text. After the first one without a text, no other is requested.
 * @param unread is called about each document that is not shown
 */
export function documentTexts(context: Context, unread: (doubt: Doubt, docpath: string) => void) {
  /** Whether LumenOne gives the text of documents; undefined until one has been shown. */
  let given: boolean | undefined;

  const show = async ({ id, identity }: TenantObject): Promise<Values | undefined> => {
    const parameters = { orgSlug: identity["organization"], docName: documentName(id) };
    try {
      return await new Subject(document, context, identity).one("getDocument", { parameters });
    } catch (error) {
      const doubt = error instanceof ApiError && error.reason === "notFound" ? doubtOf(error) : undefined;
      if (!doubt) throw error;
      unread(doubt, id);
      // A missing path gives no text at all; LumenOne's own 404 is about this document.
      if (!doubt.ownForm) given ??= false;
      return undefined;
    }
  };

  const read = async (object: TenantObject): Promise<TenantDocument> => {
    const shown = await show(object);
    // The request has the name alone, and two folders may have it.
    if (shown === undefined || shown["id"] !== object.remote["id"]) return object;
    const text = shown["pageContent"];
    const hasText = typeof text === "string" && text !== "";
    given ??= hasText;
    return hasText ? { ...object, text } : object;
  };

  return (listed: readonly TenantObject[]): Promise<TenantDocument[]> => readWhereGiven(listed, read, () => given);
}
