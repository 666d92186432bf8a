import type { Document, Operation } from "openapi-backend";

interface Body {
  required?: boolean;
  content: Record<string, { schema: { $ref?: string; type?: string } }>;
}

interface Extensions {
  "x-other-query"?: string[];
  requestBody?: Body;
}

/** Returns the document as requests are validated by it: values that the server coerces and uploads can be anything. */
export function enforced(document: Document): Document {
  const copy = structuredClone(document);
  const schemas = (document.components?.schemas ?? {}) as Record<string, object>;
  const isCoerced = (reference = ""): boolean =>
    "x-coerced" in (schemas[reference.replace("#/components/schemas/", "")] ?? {});
  for (const path of Object.values(copy.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      const { requestBody, "x-other-query": others = [] } = operation as Extensions;
      const json = requestBody?.content["application/json"];
      if (json && isCoerced(json.schema.$ref)) json.schema = { type: "object" };
      // A stream, which the handler reads.
      if (requestBody?.content["multipart/form-data"]) requestBody.required = false;
      const more = others.map((name) => ({ name, in: "query", schema: { type: "string" as const } }));
      operation.parameters = [...(operation.parameters ?? []), ...more];
    }
  }
  return copy;
}
