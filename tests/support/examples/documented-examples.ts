import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";

/** Every `@example` above what a package exports, by its file and its number there. */
export function documentedExamples(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/(^|\/)(node_modules|dist|generated|cli)\//.test(file));
  return Object.fromEntries(
    files.flatMap((file) =>
      examplesIn(path.join(folder, file)).map((text, index) => [`${file.replace(/\W/g, "-")}-${index}`, text]),
    ),
  );
}

function examplesIn(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const docs = ts.getJSDocCommentsAndTags(node).filter((doc) => ts.isJSDoc(doc) && doc.parent === node);
    for (const tag of docs.flatMap((doc) => (doc as ts.JSDoc).tags ?? [])) {
      if (tag.tagName.text === "example") found.push(ts.getTextOfJSDocComment(tag.comment) ?? "");
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found.flatMap((text) => {
    const [, language = "ts", code = text] = /^```(\w+)\n([^]*)^```$/m.exec(text) ?? [];
    return language === "ts" ? [code] : [];
  });
}
