import * as fs from "node:fs";

/** Whether a JSON file was written to its end. */
export function isWhole(file: string): boolean {
  try {
    JSON.parse(fs.readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
