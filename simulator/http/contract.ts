import type { Document, Operation } from "openapi-backend";
import contract from "../generated/contract.json";
import { fromHex } from "./slugs";

/** Where the API is below the origin, as in the contract's servers. */
export const apiRoot = new URL(contract.servers[0]?.url.replace("{host}", "host") ?? "").pathname;

interface Body {
  content: Record<string, { schema: { $ref?: string; type?: string } }>;
}

/** The contract as requests are held to it: what the server coerces is left open, and so are bodies that are streams. */
export function enforcedContract(): Document {
  const enforced = structuredClone(contract) as unknown as Document;
  for (const path of Object.values(enforced.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      const { content } = (operation.requestBody ?? { content: {} }) as Body;
      const json = content["application/json"];
      if (json && isCoerced(json.schema.$ref)) json.schema = { type: "object" };
      if (content["multipart/form-data"]) delete operation.requestBody; // Its route reads it.
      const { "x-other-query": others = [] } = operation as { "x-other-query"?: string[] };
      operation.parameters = [
        ...(operation.parameters ?? []),
        ...others.map((name) => ({ name, in: "query", schema: { type: "string" as const } })),
      ];
    }
  }
  return enforced;
}

function isCoerced(reference?: string): boolean {
  const schema = Object.entries(contract.components.schemas).find(([name]) => reference?.endsWith(`/${name}`));
  return schema !== undefined && "x-coerced" in schema[1];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** The formats of the contract. */
export const formats: Record<string, (text: string) => boolean> = {
  "hex-slug": (text) => fromHex(text) !== undefined,
  slug: (text) => text.length > 0 && !text.includes("/"),
  uuid: (text) => uuid.test(text),
  "date-time": (text) => dateTime.test(text) && !Number.isNaN(Date.parse(text)),
};
