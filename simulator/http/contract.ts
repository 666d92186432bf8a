import type { Document, Operation } from "openapi-backend";
import contract from "../generated/contract.json";
import { fromHex } from "./slugs";

/** Where the API is below the origin, as in the contract's servers. */
export const apiRoot = new URL(contract.servers[0]?.url.replace("{host}", "host") ?? "").pathname;

/** The contract with what the server coerces left open in requests: it rejects nothing there. */
export function enforcedContract(): Document {
  const enforced = structuredClone(contract) as unknown as Document;
  const coerced = Object.entries(contract.components.schemas).flatMap(([name, schema]) =>
    "x-coerced" in schema ? [`#/components/schemas/${name}`] : [],
  );
  for (const path of Object.values(enforced.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as Operation[]) {
      const body = operation.requestBody as { content: Record<string, { schema: { $ref?: string; type?: string } }> };
      const json = body?.content["application/json"];
      if (json?.schema.$ref && coerced.includes(json.schema.$ref)) json.schema = { type: "object" };
    }
  }
  return enforced;
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
