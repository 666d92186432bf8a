import { SourceError } from "../sources/source-error";
import { type SourceText } from "../sources/source-text";
import { isLoginPage, formatOf } from "../sources/format-of";
import { type DocsOperation } from "./read-operations";
import { readMarkdown } from "./markdown";
import { parseDocument } from "./parse-document";
import { readOperations } from "./read-operations";

/**
 * The operations of a text in any form.
 * @throws {SourceError} it is a web page, is not valid, or is a document of another kind
 */
export function readText(source: SourceText): DocsOperation[] {
  const format = formatOf(source.text);
  switch (format) {
    case "json":
    case "yaml":
      return readOperations(parseDocument(source, format === "json"));
    case "markdown":
      return readMarkdown(source);
    case "html":
      throw new SourceError(
        source.name,
        `It is a web page${isLoginPage(source.text) ? " that asks for a login" : ""}, not its OpenAPI document.`,
        "Download the site's openapi.json (in a browser, where the site needs a login), and give that file.",
      );
  }
}
