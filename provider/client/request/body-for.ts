import { type Operation } from "../contract/contract";
import { propertiesOf } from "../contract/shape";
import { type OutgoingBody } from "../send/transport";
import { formFields } from "./form-fields";

/** The body that an operation takes: none, JSON, or a form, perhaps with a file. @param body under the names of the wire */
export async function bodyFor({ operationId, wire }: Operation, body: unknown): Promise<OutgoingBody> {
  const { mediaType } = wire;
  const inBody = propertiesOf(wire.body).filter(({ place = "body" }) => place === "body");
  const isSent = inBody.length > 0 || wire.parameters.some(({ place }) => place === "body");
  if (mediaType === undefined || !isSent) return { headers: {}, open: () => undefined };
  const fields = (body ?? {}) as Record<string, unknown>;
  if (mediaType === "multipart/form-data") {
    const { multipart } = require("./multipart") as typeof import("./multipart");
    const file = inBody.find(({ format }) => format === "binary")?.wireName;
    return multipart(operationId, fields, file ?? null);
  }
  const isForm = mediaType === "application/x-www-form-urlencoded";
  const bytes = Buffer.from(isForm ? new URLSearchParams(formFields(fields)).toString() : JSON.stringify(fields));
  return { headers: { "Content-Type": mediaType }, open: () => bytes };
}
