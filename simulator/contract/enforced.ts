import type { Document } from "openapi-backend";
import { placesOf } from "./places-of";

interface Body {
  required?: boolean;
  content: Record<string, { schema: { $ref?: string; type?: string } }>;
}

/** Returns the document as requests are validated by it: values that the server coerces and uploads can be anything. */
export function enforced(document: Document): Document {
  const copy = structuredClone(document);
  const schemas = (document.components?.schemas ?? {}) as Record<string, object>;
  const isCoerced = (reference = ""): boolean =>
    "x-coerced" in (schemas[reference.replace("#/components/schemas/", "")] ?? {});
  for (const { operation } of placesOf(copy)) {
    const requestBody = operation["requestBody"] as Body | undefined;
    const json = requestBody?.content["application/json"];
    if (json && isCoerced(json.schema.$ref)) json.schema = { type: "object" };
    // A stream, which the handler reads.
    if (requestBody?.content["multipart/form-data"]) requestBody.required = false;
    const others = (operation["x-other-query"] ?? []) as string[];
    const more = others.map((name) => ({ name, in: "query", schema: { type: "string" } }));
    operation["parameters"] = [...((operation["parameters"] ?? []) as object[]), ...more];
  }
  return copy;
}
