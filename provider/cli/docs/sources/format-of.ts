/** The form of a text, by its content: names and content types are often wrong. */
export type Format = "json" | "yaml" | "html" | "markdown";

export function formatOf(text: string): Format {
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
