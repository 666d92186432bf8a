import { textsIn } from "../../client/log/redact";
import { withoutValues } from "../../client/log/redact-values";
import { oneLine } from "../../client/response/response-text";
import { Batch, type Failures } from "../../lifecycle/process/batch";
import { hiddenValues } from "../../lifecycle/object/hidden-values";
import { whereabouts } from "../../lifecycle/object/gone";
import { Subject } from "../../lifecycle/object/subject";
import { sharedContext } from "../../lifecycle/process/shared-context";
import { isObject } from "../../client/is-object";

/** Deletes a document, together with others of its organization that are to go now. */
export function deleteDocument(subject: Subject): Promise<void> {
  const { definition, context, session, values } = subject;
  const shared = new Subject(definition, sharedContext(context), values);
  const make = () => new Batch<string>(session.batches, (files) => purge(shared, files));
  return session
    .only(`delete ${subject.scope}`, make)
    .add(subject.id, context.signal, () =>
      subject.error("its time was over before LumenOne had responded to deleteDocuments.", "Run the operation again."),
    );
}

/** LumenOne returns 207 when it could delete some of them only (documented). */
async function purge(shared: Subject, files: string[]): Promise<Failures<string>> {
  const { purged, failed } = await shared.one("deleteDocuments", { fields: { files } });
  const gone = new Set(Array.isArray(purged) ? purged : []);
  const unclear = files.filter((file) => !gone.has(file));
  if (unclear.length === 0) return new Map();
  shared.session.wrote();
  const reasons = new Map(
    (Array.isArray(failed) ? failed : [])
      .filter(isObject)
      .map(({ path, reason }) => [path, typeof reason === "string" ? reason : undefined]),
  );
  const failures = new Map<string, Error>();
  for (const file of unclear) {
    // It also fails for what was gone before, which counts as deleted.
    const document = shared.at(file);
    const found = await whereabouts(document);
    if (found.is === "gone") continue;
    const said = withoutValues(
      reasons.get(file) ?? "it does not say why",
      hiddenValues(shared.definition, shared.values).flatMap((value) => textsIn(value, 0)),
    );
    const reason = oneLine(said, 400);
    const doubt = found.is === "unknown" ? ` Whether it exists is not known: ${found.because}` : "";
    const remedy = "It stays in the state. Correct that, and run the operation again.";
    const problem = `LumenOne did not delete it: ${reason}.${doubt}`;
    failures.set(file, document.error(problem, remedy));
  }
  return failures;
}
