import type { Operation } from "openapi-backend";
import { fromHex } from "./slugs";

/** Path parameters for people: slugs in their original form. */
export function readableParameters(operation: Operation, params: Record<string, string>): Record<string, string> {
  const declared = operation.parameters as { name: string; schema?: { format?: string } }[] | undefined;
  const isHex = (name: string): boolean =>
    declared?.some((parameter) => parameter.name === name && parameter.schema?.format === "hex-slug") ?? false;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isHex(name) ? (fromHex(value) ?? value) : value]),
  );
}
