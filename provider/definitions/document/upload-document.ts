import { assetIn } from "../../lifecycle/engine/asset";
import { type Subject } from "../../lifecycle/object/subject";
import { HashedFile } from "./hashed-file";
import { NothingMade } from "../../lifecycle/once/made";
import { createOnce } from "../../lifecycle/once/once";
import { type ResourceError } from "../../lifecycle/errors/resource-error";
import { type Sends } from "../../lifecycle/once/sends";
import { type Values } from "../../lifecycle/state/values";
import { locatedDocument } from "./docpath";
import { showUpload } from "./show-upload";

/**
 * Uploads a document exactly once, and returns what LumenOne made of it.
 * @throws {ResourceError} the file cannot be read, is another one by now, or became several documents; nothing is left of it
 */
export async function uploadDocument(subject: Subject): Promise<Values> {
  const source = assetIn(subject.values["source"]);
  if (!source) throw new Error("Document: source is not a file");
  const refusal = (problem: string, remedy: string, cause?: unknown) => subject.error(problem, remedy, { cause });
  const file = fileOf(() => new HashedFile(source), refusal);
  const withdraw = async (documents: Values[]): Promise<string> => {
    const files = documents.map((document) => subject.idOf(document));
    try {
      await subject.one("deleteDocuments", { fields: { files } });
      return "What was uploaded has been deleted again.";
    } catch (error) {
      return `Delete ${files.join(", ")} at LumenOne: doing so here failed. ${String(error)}`;
    }
  };

  const document = await createOnce(subject, async (sends) => {
    const documents = await send(subject, file, refusal, sends);
    const [document, ...more] = documents;
    if (!document) {
      const problem = "LumenOne took its file, but made no document of it.";
      throw new NothingMade(subject.label, problem, "Give it in another format.");
    }
    if (more.length === 0) return document;
    throw refusal(
      `LumenOne makes ${documents.length} documents of its file, which one resource cannot stand for.`,
      `Give its parts as files of their own. ${await withdraw(documents)}`,
    );
  });
  if (file.sentHash === undefined || file.sentHash === source.hash) return document;
  throw refusal(
    "its file was changed while it was uploaded.",
    `Run \`pulumi up\` again when it stays as it is. ${await withdraw([document])}`,
  );
}

type Refusal = (problem: string, remedy: string, cause?: unknown) => ResourceError;

function fileOf(make: () => HashedFile, refusal: Refusal): HashedFile {
  try {
    return make();
  } catch (error) {
    throw unreadable(refusal, error);
  }
}

function unreadable(refusal: Refusal, error: unknown): ResourceError {
  // What the system says holds the path, which may come from a secret.
  const { code, message } = error as NodeJS.ErrnoException;
  return refusal(`its file cannot be read: ${code ?? message}.`, "", error);
}

async function send(subject: Subject, file: HashedFile, refusal: Refusal, sends: Sends): Promise<Values[]> {
  const { organization, folder, title, docAuthor, description, docSource } = subject.values;
  const parameters = { ...subject.request.parameters, folderName: folder };
  const given = Object.entries({ title, docAuthor, description, docSource }).filter(([, value]) => value !== undefined);
  const fields = { file, ...(given.length > 0 && { metadata: Object.fromEntries(given) }) };
  const operation = folder === undefined ? "uploadDocument" : "uploadDocumentIntoFolder";
  const stopShowing = showUpload(subject, file);
  try {
    const documents = await subject.list(operation, { parameters, fields, sends, once: true });
    return documents.map((document) => locatedDocument(String(organization), document));
  } catch (error) {
    throw file.failure ? unreadable(refusal, file.failure) : error;
  } finally {
    stopShowing();
  }
}
