import { fromHex } from "../store/slugs";
import type { Matched } from "./contract";

/** Returns the path parameters for people: slugs in their original form. */
export function readableParameters({ operation, request }: Matched): Record<string, string> {
  const declared = operation.parameters as { name: string; schema?: { format?: string } }[];
  const isHex = (name: string): boolean =>
    declared.some((parameter) => parameter.name === name && parameter.schema?.format === "hex-slug");
  return Object.fromEntries(
    Object.entries(request.path).map(([name, value]) => [name, isHex(name) ? (fromHex(value) ?? value) : value]),
  );
}
