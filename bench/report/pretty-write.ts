import * as fs from "node:fs";
import * as prettier from "prettier";

/** Writes a file in the form that `npm run format:check` asks for. */
export async function prettyWrite(file: string, content: string): Promise<void> {
  const options = await prettier.resolveConfig(file);
  fs.writeFileSync(file, await prettier.format(content, { ...options, filepath: file }));
}
