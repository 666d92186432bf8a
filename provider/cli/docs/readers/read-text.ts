import { SourceError } from "../sources/source-error";
import { type SourceText } from "../sources/source-text";
import { readMarkdown } from "./markdown";
import { parseDocument } from "./parse-document";
import { type DocsOperation, readOperations } from "./read-operations";

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

/** The form of a text, by its content: names and content types are often wrong. */
export function formatOf(text: string): "json" | "yaml" | "html" | "markdown" {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return "json";
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype|html|head|body)\b/i.test(start)) return "html";
  return isYaml(text) ? "yaml" : "markdown";
}

/** A document of its own has its version at the start of a line that no fence of Markdown holds. */
function isYaml(text: string): boolean {
  let inFence = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) inFence = !inFence;
    else if (!inFence && /^["']?(?:openapi|swagger|asyncapi)["']?\s*:/.test(line)) return true;
  }
  return false;
}

/** Whether a page asks for a login, in place of showing what was asked for. */
export function isLoginPage(html: string): boolean {
  return /type=["']?password|\b(?:sign|log)[ -]?in\b|single sign-on|\bSSO\b/i.test(html);
}
