import { Batch, type Failures } from "../lifecycle/batch";
import { type Context } from "../lifecycle/context";
import { type Definition } from "../lifecycle/definition";
import { listAll, request } from "../lifecycle/find";
import { idOf } from "../lifecycle/identity";
import { ResourceError, resourceLabel } from "../lifecycle/resource-error";
import { scopeOf } from "../lifecycle/scope";
import { isObject, type Values } from "../lifecycle/values";

/** Deletes a document, together with others of its organization that are to go now. */
export function deleteDocument(definition: Definition, context: Context, id: string, state: Values): Promise<void> {
  const key = `delete ${scopeOf(definition, context, state)}`;
  const make = () => new Batch<Item>(context.session.activity, (items) => purge(definition, state, items));
  return context.session.only(key, make).add({ id, context });
}

interface Item {
  readonly id: string;
  readonly context: Context;
}

/** LumenOne answers 207 when it could delete some of them only (documented). */
async function purge(definition: Definition, state: Values, items: Item[]): Promise<Failures<Item>> {
  // Of the step that came last: calls of an earlier one end when its time is over.
  const context = items.at(-1)?.context;
  if (!context) return new Map();
  const files = items.map(({ id }) => id);
  const call = request(definition, context, state);
  const answer = await context.api.call("deleteDocuments", { ...call, fields: { files } });
  const { purged, failed } = isObject(answer) ? answer : {};
  const gone = new Set(Array.isArray(purged) ? purged : []);
  const unclear = items.filter(({ id }) => !gone.has(id));
  if (unclear.length === 0) return new Map();
  // It also fails for what was gone before, which counts as deleted.
  const left = new Set((await listAll(definition, context, state)).map((item) => idOf(definition, state, item)));
  const refusal = ({ id }: Item) =>
    new ResourceError(
      resourceLabel(definition, state, id),
      `LumenOne did not delete it: ${reasonFor(id, failed)}.`,
      "It stays in the state. Correct that, and run the operation again.",
    );
  return new Map(unclear.filter(({ id }) => left.has(id)).map((item) => [item, refusal(item)]));
}

function reasonFor(path: string, failed: unknown): string {
  const found = Array.isArray(failed) ? failed.filter(isObject).find((each) => each["path"] === path) : undefined;
  return typeof found?.["reason"] === "string" ? found["reason"] : "it does not say why";
}
