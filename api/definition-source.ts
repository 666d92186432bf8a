import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

/** Folder of the definitions, one file a kind. */
const folder = join(__dirname, "../provider/definitions");

/** The documentation of a definition, which exists in its source file only. */
export interface DefinitionSource {
  /** Name of the file without its ending. */
  readonly file: string;
  /** The JSDoc comment of the definition, which documents the resource class. */
  readonly doc: string;
  /** The JSDoc comment of each field. */
  readonly fields: ReadonlyMap<string, string>;
  /** The JSDoc comment of each output that is derived from the id. */
  readonly derived: ReadonlyMap<string, string>;
}

/** Reads the source of a kind. @throws when no definition has the kind */
export function definitionSource(kind: string): DefinitionSource {
  const name = readdirSync(folder).find(
    (entry) => entry.endsWith(".ts") && defines(readFileSync(join(folder, entry), "utf8"), kind),
  );
  if (name === undefined) throw new Error(`No file in ${folder} defines the kind ${kind}`);
  const source = parse(join(folder, name));
  const statement = source.statements.find(
    (node): node is ts.VariableStatement =>
      ts.isVariableStatement(node) && node.declarationList.declarations[0]?.name.getText() === "definition",
  );
  if (!statement) throw new Error(`${name} has no "definition"`);
  return {
    file: name.replace(/\.ts$/, ""),
    doc: docOf(statement),
    fields: docsIn(statement, "fields"),
    derived: docsIn(statement, "derived"),
  };
}

/** A parsed TypeScript file. */
export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

/** The JSDoc comment above a node as one paragraph, without its tags. */
export function descriptionOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? "").replace(/\s+/g, " ").trim();
}

/** The text of the `@example` above a node, empty where there is none. */
export function exampleOf(node: ts.Node): string {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "example");
  return ts.getTextOfJSDocComment(tag?.comment) ?? "";
}

/** The JSDoc comment above a node with its tags, as lines without the comment marks. */
function docOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  if (!doc) return "";
  return doc
    .getText()
    .replace(/^\/\*\*\s?|\s*\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
}

/** The JSDoc comments of the properties of the object literal with this name. */
function docsIn(statement: ts.Node, name: string): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === name &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      for (const property of node.initializer.properties) docs.set(property.name?.getText() ?? "", docOf(property));
    } else node.forEachChild(visit);
  };
  visit(statement);
  return docs;
}

function defines(text: string, kind: string): boolean {
  return text.includes("export const definition") && text.includes(`kind: "${kind}"`);
}
