import { textsIn } from "../../client/log/redact";
import { withoutValues } from "../../client/log/redact-values";
import { oneLine } from "../../client/response/response-text";
import { Batch, type Failures } from "../../lifecycle/process/batch";
import { type Context } from "../../lifecycle/process/context";
import { type Definition } from "../../lifecycle/definition/definition";
import { hiddenValues, request } from "../../lifecycle/object/request";
import { whereabouts } from "../../lifecycle/object/gone";
import { ResourceError, resourceLabel } from "../../lifecycle/errors/resource-error";
import { scopeOf } from "../../lifecycle/object/scope";
import { sharedContext } from "../../lifecycle/process/shared-context";
import { isObject, type Values } from "../../lifecycle/state/values";

/** Deletes a document, together with others of its organization that are to go now. */
export function deleteDocument(definition: Definition, context: Context, id: string, state: Values): Promise<void> {
  const key = `delete ${scopeOf(definition, context, state)}`;
  const shared = sharedContext(context);
  const make = () => new Batch<string>(context.session.activity, (files) => purge(definition, shared, state, files));
  return context.session.only(key, make).add(id, context.signal, () => {
    const problem = "its time was over before LumenOne had answered deleteDocuments.";
    return new ResourceError(resourceLabel(definition, state, id), problem, "Run the operation again.");
  });
}

/** LumenOne answers 207 when it could delete some of them only (documented). */
async function purge(
  definition: Definition,
  context: Context,
  state: Values,
  files: string[],
): Promise<Failures<string>> {
  const call = request(definition, context, state);
  const answer = await context.api.call("deleteDocuments", { ...call, fields: { files } });
  const { purged, failed } = isObject(answer) ? answer : {};
  const gone = new Set(Array.isArray(purged) ? purged : []);
  const unclear = files.filter((file) => !gone.has(file));
  if (unclear.length === 0) return new Map();
  context.session.wrote();
  const reasons = new Map(
    (Array.isArray(failed) ? failed : [])
      .filter(isObject)
      .map(({ path, reason }) => [path, typeof reason === "string" ? reason : undefined]),
  );
  const failures = new Map<string, Error>();
  for (const file of unclear) {
    // It also fails for what was gone before, which counts as deleted.
    const found = await whereabouts(definition, context, file, state);
    if (found.is === "gone") continue;
    const said = withoutValues(
      reasons.get(file) ?? "it does not say why",
      hiddenValues(definition, state).flatMap((value) => textsIn(value, 0)),
    );
    const reason = oneLine(said, 400);
    const doubt = found.is === "unknown" ? ` Whether it exists is not known: ${found.because}` : "";
    const remedy = "It stays in the state. Correct that, and run the operation again.";
    const problem = `LumenOne did not delete it: ${reason}.${doubt}`;
    failures.set(file, new ResourceError(resourceLabel(definition, state, file), problem, remedy));
  }
  return failures;
}
