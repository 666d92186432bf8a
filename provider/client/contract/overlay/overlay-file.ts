import { readFileSync, statSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { isObject } from "../../is-object";
import { OverlayError } from "./overlay-error";
import type { ParsedYaml } from "./parse-yaml";

/** The largest overlay, in bytes. */
const largest = 1024 * 1024;

/** The content of an overlay, and where in the file each part stands. */
export type OverlayFile = ReturnType<typeof readOverlayFile>;

/** @param name for messages @throws {OverlayError} it cannot be read, or is neither JSON nor YAML */
export function readOverlayFile(path: string, name: string) {
  const text = textOf(path, name);
  let parsed: ParsedYaml | undefined;
  const document = () => {
    const { parseYaml } = require("./parse-yaml") as typeof import("./parse-yaml");
    return (parsed ??= parseYaml(text));
  };
  /** The line of what these keys lead to, as `:1` for the first; empty where there is none. */
  const lineOf = (keys: readonly (string | number)[]): string => {
    const { document: root, lines } = document();
    for (let length = keys.length; length > 0; length--) {
      const node = root.getIn(keys.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range) return `:${lines.linePos(node.range[0]!).line}`;
    }
    return "";
  };
  return { name, content: contentOf(text, name, document), lineOf };
}

function textOf(path: string, name: string): string {
  let bytes: Buffer;
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new OverlayError(name, ` is not a file. ${remedy}`);
    if (found.size > largest) throw new OverlayError(name, ` has more than 1 MB, so it is not an overlay. ${remedy}`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof OverlayError) throw error;
    const { code } = error as { code?: string };
    const reason = code === "ENOENT" ? `does not exist (looked for ${path})` : `cannot be read (${code})`;
    throw new OverlayError(name, ` ${reason}. ${remedy}`);
  }
  if (!isUtf8(bytes)) throw new OverlayError(name, " is not UTF-8 text. Save it as UTF-8.");
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "") throw new OverlayError(name, ` is empty. ${remedy}`);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw new OverlayError(name, ` is a page, not an overlay. ${remedy}`);
  return text;
}

const remedy = "Set lumenone:contract (or LUMENONE_CONTRACT, --contract) to the path of an OpenAPI Overlay 1.0 file.";

/** JSON needs no YAML, which takes longer to load than everything else. */
function contentOf(text: string, name: string, document: () => ParsedYaml): unknown {
  if (/^\s*\{/.test(text)) {
    try {
      // JSON would take the last of two equal keys; YAML reports them.
      if (!hasEqualKeys(text)) return JSON.parse(text);
    } catch {
      // YAML says where it is wrong.
    }
  }
  const { document: root, lines } = document();
  const [error] = root.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new OverlayError(
      name,
      `:${line} is not valid YAML: ${(error.message.split("\n")[0] ?? "").replace(/ at line.*/, "")}.`,
    );
  }
  try {
    return root.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    throw new OverlayError(name, ` is not usable YAML: ${(cause as Error).message}.`);
  }
}

/** Whether some object may have a key twice: counted, not parsed, so it errs on the side of YAML. */
function hasEqualKeys(text: string): boolean {
  let count = 0;
  JSON.parse(text, (_, inner: unknown) => {
    if (isObject(inner)) count += Object.keys(inner).length;
    return inner;
  });
  return count !== (text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0);
}
