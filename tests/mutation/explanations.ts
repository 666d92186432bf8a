import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

/** A mutant that no fast test notices, and why none has to. */
export interface Explanation {
  /** The line in which the change begins, without the blanks around it. */
  readonly line: string;
  /** What stands there, and what the mutant puts in its place: `count > 0 -> true`. */
  readonly mutant: string;
  /** The reason, in a sentence. */
  readonly why: string;
}

/** By source file, from the root of the repository. */
export type Explanations = Readonly<Record<string, readonly Explanation[]>>;

/** Where they stand, a file for each folder of the provider. */
export const explainedFolder = "tests/mutation/explained";

/** All that are written down. */
export function readExplanations(root: string): Explanations {
  const folder = path.join(root, explainedFolder);
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  const read = (file: string) => parse(fs.readFileSync(path.join(folder, file), "utf8")) as Explanations;
  return Object.fromEntries(files.flatMap((file) => Object.entries(read(file))));
}
