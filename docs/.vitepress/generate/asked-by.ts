import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders";

const folder = join(root, "provider/functions/ask");

/** The operations that a data function asks, read from its source. @throws when it asks none */
export function askedBy(name: string): string[] {
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const statements = sources.join("\n").split(/^export /m);
  const body = statements.find((each) => each.startsWith(`const ${name}:`)) ?? "";
  const ids = [...body.matchAll(/\bclient\.(\w+)\(/g)].map(([, id = ""]) => id);
  if (ids.length === 0) throw new Error(`${name} asks for nothing`);
  return [...new Set(ids)];
}
