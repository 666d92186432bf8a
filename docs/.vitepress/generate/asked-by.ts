import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders";

/** The operations that a data function asks, read from its source. @throws when it asks none */
export function askedBy(name: string): string[] {
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const source = readFileSync(join(root, "provider/functions/ask", `${file}.ts`), "utf8");
  const ids = [...source.matchAll(/\bclient\.(\w+)\(/g)].map(([, id = ""]) => id);
  if (ids.length === 0) throw new Error(`${file}.ts asks for nothing`);
  return [...new Set(ids)];
}
