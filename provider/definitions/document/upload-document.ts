import { assetIn } from "../../lifecycle/engine/asset";
import { type Context } from "../../lifecycle/process/context";
import { type Definition } from "../../lifecycle/definition/definition";
import { request } from "../../lifecycle/object/find";
import { HashedFile } from "./hashed-file";
import { idOf } from "../../lifecycle/object/identity";
import { NothingMade } from "../../lifecycle/once/made";
import { createOnce } from "../../lifecycle/once/once";
import { ResourceError, resourceLabel } from "../../lifecycle/errors/resource-error";
import { type Sends } from "../../lifecycle/once/sends";
import { isObject, type Values } from "../../lifecycle/state/values";
import { locatedDocument } from "./docpath";

/**
 * Uploads a document exactly once, and answers what LumenOne made of it.
 * @throws {ResourceError} the file cannot be read, is another one by now, or became several documents; nothing is left of it
 */
export async function uploadDocument(definition: Definition, context: Context, inputs: Values): Promise<Values> {
  const source = assetIn(inputs["source"]);
  if (!source) throw new Error("Document: source is no file");
  const refusal = (problem: string, remedy: string, cause?: unknown) =>
    new ResourceError(resourceLabel(definition, inputs), problem, remedy, { cause });
  const file = fileOf(() => new HashedFile(source), refusal);
  const withdraw = async (documents: Values[]): Promise<string> => {
    const files = documents.map((document) => idOf(definition, inputs, document));
    const call = { ...request(definition, context, inputs), fields: { files } };
    try {
      await context.api.call("deleteDocuments", call);
      return "What was uploaded has been deleted again.";
    } catch (error) {
      return `Delete ${files.join(", ")} at LumenOne: doing so here failed. ${String(error)}`;
    }
  };

  const document = await createOnce(definition, context, inputs, async (sends) => {
    const documents = await send(definition, context, inputs, file, refusal, sends);
    const [document, ...more] = documents;
    if (!document) {
      const problem = "LumenOne took its file, but made no document of it.";
      throw new NothingMade(resourceLabel(definition, inputs), problem, "Give it in another format.");
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

async function send(
  definition: Definition,
  context: Context,
  inputs: Values,
  file: HashedFile,
  refusal: Refusal,
  sends: Sends,
): Promise<Values[]> {
  const { folder, title, docAuthor, description, docSource } = inputs;
  const call = request(definition, context, inputs);
  const parameters = { ...call.parameters, folderName: folder };
  const given = Object.entries({ title, docAuthor, description, docSource }).filter(([, value]) => value !== undefined);
  const fields = { file, ...(given.length > 0 && { metadata: Object.fromEntries(given) }) };
  const operation = folder === undefined ? "uploadDocument" : "uploadDocumentIntoFolder";
  try {
    const answer = await context.api.call(operation, { ...call, parameters, fields, sends, once: true });
    const documents = Array.isArray(answer) ? answer.filter(isObject) : [];
    return documents.map((document) => locatedDocument(String(inputs["organization"]), document));
  } catch (error) {
    throw file.failure ? unreadable(refusal, file.failure) : error;
  }
}
