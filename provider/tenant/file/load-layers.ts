import { dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { type Boundary } from "./boundary";
import { decodeText } from "./decode-text";
import { entryOf, type FileProblem, overlaid, type Place, type Sourced, sourced } from "./sourced";

/**
 * Reads a file, and what it extends: the files named later lie over those named earlier, and the file over them all.
 * @returns its tree where the file itself could be read, and every YAML file that was read
 */
export function loadLayers(file: string, boundary: Boundary) {
  const problems: FileProblem[] = [];
  const files: string[] = [];
  const load = (path: string, from: readonly string[], asked: Place): Sourced | undefined => {
    if (from.includes(path)) {
      const circle = [...from.slice(from.indexOf(path)), path].map((each) => each.slice(dirname(file).length + 1));
      problems.push({ ...asked, message: `the files extend each other in a circle (${circle.join(" -> ")}): end it.` });
      return undefined;
    }
    const text = readText(path, asked, boundary, problems);
    if (text === undefined) return undefined;
    files.push(path);
    const own = parse(path, text, problems);
    if (!own) return undefined;
    const named = entryOf(own, "extends");
    if (!named) return own;
    const bases = named.value.kind === "list" ? named.value.items : [named.value];
    return bases
      .flatMap((base): Sourced[] => {
        if (base.kind !== "scalar" || typeof base.value !== "string") {
          problems.push({ ...base.place, message: "extends takes the path of a file, or a list of them." });
          return [];
        }
        const tree = load(resolve(dirname(path), base.value), [...from, path], base.place);
        return tree ? [tree] : [];
      })
      .concat(own)
      .reduce(overlaid);
  };
  return { tree: load(file, [], { file, line: 1, column: 1 }), problems, files };
}

function readText(path: string, asked: Place, boundary: Boundary, problems: FileProblem[]): string | undefined {
  const bytes = boundary.read(path);
  if ("refusal" in bytes) {
    const problem = bytes.refusal === "is not there" ? `there is no file ${path}` : `${path} ${bytes.refusal}`;
    const hint = bytes.isOutside ? "" : " Paths begin at the folder of the file that names them.";
    problems.push({ ...asked, message: `${problem}.${hint}` });
    return undefined;
  }
  const text = decodeText(bytes);
  if (typeof text === "string") return text;
  const { encoding, line, column } = text;
  problems.push({ file: path, line, column, message: `this is not UTF-8, ${encoding}: save the file as UTF-8.` });
  return undefined;
}

function parse(file: string, text: string, problems: FileProblem[]): Sourced | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, uniqueKeys: false });
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    const { line, col } = lines.linePos(pos[0]);
    const first = message.split("\n")[0] ?? message;
    problems.push({ file, line, column: col, message: `this is not YAML: ${first}${/[.!?]$/.test(first) ? "" : "."}` });
  }
  if (document.errors.length > 0) return undefined;
  const known = problems.length;
  const tree = sourced(document, file, lines, problems);
  if (problems.length > known) return undefined;
  if (tree.kind === "map" && tree.entries.size > 0) return tree;
  if (tree.kind === "map" || (tree.kind === "scalar" && tree.value === null)) {
    // An empty file never means "delete everything": one emptied by mistake would delete a customer.
    const remedy = "A tenant without anything of its own is `organization: {}`; one that is to go has no file.";
    problems.push({ file, line: 1, column: 1, message: `this file is empty. ${remedy}` });
    return undefined;
  }
  problems.push({ ...tree.place, message: "a tenant is a map: `organization:`, `workspaces:` and so on." });
  return undefined;
}
