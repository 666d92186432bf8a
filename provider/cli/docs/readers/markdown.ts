import MarkdownIt from "markdown-it";
import { largestYaml } from "../sources/limits";
import { SourceError } from "../sources/source-error";
import { type SourceText } from "../sources/source-text";
import { parseDocument } from "./parse-document";
import { type DocsOperation, type PageWords, readOperations } from "./read-operations";

/** A page's OpenAPI, and what stands around it. */
interface Endpoint {
  readonly yaml: string;
  /** The line of the source's text where it begins. */
  readonly line: number;
  readonly words: PageWords;
}

/**
 * The operations of an endpoint's page, or of many pages one after another as in `llms-full.txt`.
 * @throws {SourceError} the pages are of a generation without OpenAPI
 */
export function readMarkdown({ name, text }: SourceText): DocsOperation[] {
  if (text.length > largestYaml * 4) {
    throw new SourceError(name, "It is Markdown of more than 16 MB.", "Give the site's openapi.json.");
  }
  const { endpoints, isOld } = endpointsOf(text);
  if (endpoints.length === 0 && isOld) {
    throw new SourceError(
      name,
      "It is too old: its pages have a Request Body of Fern's own and no OpenAPI, as those before 2025 do.",
      "Download the page again, or give the site's openapi.json.",
    );
  }
  return endpoints.flatMap(({ yaml, line, words }) =>
    readOperations(parseDocument({ name, text: yaml }, false, line), words),
  );
}

function endpointsOf(text: string) {
  // HTML stays text: a tag of a component would hide the fence that follows it.
  const markdown = new MarkdownIt({ html: false });
  // The content of a line is not needed.
  markdown.core.ruler.enableOnly(["normalize", "block"]);
  const endpoints: Endpoint[] = [];
  let title: string | undefined;
  let words: PageWords | undefined;
  let heading = 0;
  let isOld = false;
  for (const token of markdown.parse(text, {})) {
    if (token.type === "heading_open") heading = Number(token.tag.slice(1));
    if (token.type === "heading_close") heading = 0;
    if (token.type === "inline" && heading === 1) {
      title = token.content.trim();
      words = undefined;
    }
    if (token.type === "inline" && heading === 2 && /^(?:request|response)(?: body)?$/i.test(token.content.trim())) {
      isOld = true;
    }
    if (token.type !== "fence") continue;
    const [language = ""] = token.info.trim().split(/\s+/);
    if (isOpenApi(language, token.content)) {
      words = { title };
      endpoints.push({ yaml: token.content, line: (token.map?.[0] ?? 0) + 2, words });
    } else if (words && /^(?:java|type)script$/.test(language)) {
      words.exampleBody ??= exampleBody(token.content);
    }
  }
  return { endpoints, isOld };
}

function isOpenApi(language: string, content: string): boolean {
  return /^(?:ya?ml|json)?$/.test(language) && /^\s*(?:\{\s*)?["']?openapi["']?\s*:/.test(content);
}

/** The body that the example sends: `body: '{"name":"Acme"}'`. */
function exampleBody(code: string): unknown {
  const literal = /\bbody:\s*(?:JSON\.stringify\((\{[^]*?\})\)|'((?:[^'\\]|\\.)*)')/.exec(code);
  const json = literal?.[1] ?? literal?.[2]?.replace(/\\(['\\])/g, "$1");
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Addresses of links, in their order. */
export function linksOf(text: string): { readonly title: string; readonly href: string }[] {
  return new MarkdownIt({ html: false, linkify: false }).parse(text, {}).flatMap(({ children }) =>
    (children ?? []).flatMap((token, index, all) => {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      return href === null ? [] : [{ title: all[index + 1]?.content ?? "", href }];
    }),
  );
}
