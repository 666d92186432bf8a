import { type Json, within } from "./json";

/** The schema of a body. */
export function bodyOf(operation: Json): Json | undefined {
  const content = within(operation, "requestBody", "content") ?? {};
  return within(content, Object.keys(content)[0], "schema");
}

/** The schemas of good JSON responses. */
export function responsesOf(operation: Json): Json[] {
  return Object.entries(operation["responses"] as Json).flatMap(([status, response]: [string, Json]) => {
    const schema = within(response, "content", "application/json", "schema");
    return status.startsWith("2") && schema ? [schema] : [];
  });
}
