import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument as parseYaml } from "yaml";
import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { jsonPath } from "../json-path";
import { largestYaml } from "../sources/limits";
import { SourceError } from "../sources/source-error";
import { type SourceText } from "../sources/source-text";

/** Where something stands in the docs. Lines are counted only when they are asked for. */
export type Place = () => string;

/** A JSON or YAML document, and where in its text each part is. */
export interface ParsedDocument {
  readonly name: string;
  readonly root: Values;
  /** Where a part is: `openapi.json:812`, or with its JSONPath where all is one line. */
  place(path: readonly (string | number)[]): string;
}

/** YAML beyond what is asked for a place is parsed for nothing. */
const largestWithLines = 2 * 1024 * 1024;
const largestFlow = 100_000;

/**
 * @param firstLine the line of the source's text where this part of it begins
 * @throws {SourceError} it is not JSON or YAML, or is built to exhaust the reader
 */
export function parseDocument({ name, text }: SourceText, isJson: boolean, firstLine = 1): ParsedDocument {
  const root = isJson ? parsedJson(name, text) : parsedYaml(name, text);
  if (!isObject(root)) {
    throw new SourceError(name, "It is not an object at its top.", "Give the site's OpenAPI document: openapi.json.");
  }
  let lines: ReturnType<typeof lineFinder> | undefined;
  return {
    name,
    root,
    place(path) {
      lines ??= lineFinder(text);
      const line = lines(path);
      return line === undefined ? `${name} ${jsonPath(path)}` : `${name}:${line + firstLine - 1}`;
    },
  };
}

function parsedJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    // Small ones that begin with a brace may be YAML in flow style.
    if (text.length <= largestFlow && error instanceof SyntaxError) {
      const parsed = yamlOf(text);
      if (parsed.errors.length === 0) return toValue(name, parsed);
    }
    const why = error instanceof SyntaxError ? error.message : "It is nested too deeply";
    throw new SourceError(name, `It is not valid JSON (${oneLine(why)}).`, again);
  }
}

function parsedYaml(name: string, text: string): unknown {
  if (text.length > largestYaml) {
    throw new SourceError(
      name,
      `It is YAML of more than ${largestYaml / 1024 / 1024} MB.`,
      "Give the same document as JSON (openapi.json).",
    );
  }
  let parsed: Document;
  try {
    parsed = yamlOf(text);
  } catch {
    throw new SourceError(name, "It is YAML that is nested too deeply.", again);
  }
  const [error] = parsed.errors;
  if (error) {
    const at = error.linePos ? `line ${error.linePos[0].line}, column ${error.linePos[0].col}: ` : "";
    throw new SourceError(name, `It is not valid YAML (${at}${oneLine(error.message)}).`, again);
  }
  return toValue(name, parsed);
}

/** The last of several equal names counts, as in JSON. */
const yamlOf = (text: string, lineCounter?: LineCounter): Document =>
  parseYaml(text, { uniqueKeys: false, logLevel: "silent", lineCounter });

function toValue(name: string, parsed: Document): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 100 });
  } catch {
    throw new SourceError(
      name,
      "Its aliases stand for more than can be read, as those of a YAML bomb do.",
      "Give a document without them: the site's openapi.json.",
    );
  }
}

const again = "Download it again, or give the site's address.";

const oneLine = (text: string) => (text.split("\n")[0] ?? "").replace(/[.:]$/, "").slice(0, 200);

function lineFinder(text: string): (path: readonly (string | number)[]) => number | undefined {
  // A line says nothing where everything is in one.
  if (text.length > largestWithLines || text.trim().split("\n", 4).length < 4) return () => undefined;
  const counter = new LineCounter();
  const parsed = yamlOf(text, counter);
  return (path) => {
    let node: unknown = parsed.contents;
    let offset = 0;
    for (const segment of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
        if (!pair) break;
        offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)];
        offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset;
      } else break;
    }
    return counter.linePos(offset).line;
  };
}
