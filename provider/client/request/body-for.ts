import { type Operation } from "../contract/contract";
import { type OutgoingBody } from "./outgoing-body";

/** The body that an operation takes: none, JSON, or a form, perhaps with a file. @param body under the names of the wire */
export async function bodyFor({ operationId, wire }: Operation, body: unknown): Promise<OutgoingBody> {
  const { mediaType } = wire;
  const inBody = [...(wire.body?.properties.values() ?? [])].filter(({ place = "body" }) => place === "body");
  const isSent = inBody.length > 0 || wire.parameters.some(({ place }) => place === "body");
  if (mediaType === undefined || !isSent) return { headers: {}, once: false, open: () => undefined };
  const fields = (body ?? {}) as Record<string, unknown>;
  if (mediaType === "multipart/form-data") {
    const { multipart } = require("./multipart") as typeof import("./multipart");
    const file = inBody.find(({ format }) => format === "binary")?.wireName;
    return multipart(operationId, fields, file ?? null);
  }
  if (mediaType === "application/x-www-form-urlencoded") {
    const { formFields } = require("./form-fields") as typeof import("./form-fields");
    const bytes = Buffer.from(new URLSearchParams(formFields(fields)).toString());
    return { headers: { "Content-Type": mediaType }, once: false, open: () => bytes };
  }
  const json = Buffer.from(JSON.stringify(fields));
  return { headers: { "Content-Type": mediaType }, once: false, open: () => json };
}
