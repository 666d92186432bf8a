/** What stands in place of a value that is hidden. */
export const replacement = "[secret]";

/** The first characters that reveal a secret: a server that shortens its echo leaves them. */
const revealing = 8;

/** Every text in a value that may be a credential, as deep as it goes; numbers too, from `least` on. */
export function textsIn(value: unknown, least = 1000): string[] {
  const texts: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") texts.push(next);
    else if (typeof next === "number" && Math.abs(next) >= least) texts.push(String(next));
    else if (typeof next === "object" && next !== null) for (const inner of Object.values(next)) open.push(inner);
  }
  return texts;
}

/** A text without these secrets, in whatever form a server may echo them, whole or cut off. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.filter((secret) => secret.trim() !== "").flatMap(formsOf));
  // Longest first, or a part of a longer secret would be left; beginnings last, or they would tear whole ones apart.
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  const whole = sorted.reduce((rest, secret) => (secret.length < 4 ? withoutWord : withoutWhole)(rest, secret), text);
  return sorted.filter((secret) => secret.length > revealing).reduce(withoutBeginnings, whole);
}

const entities = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/**
 * A text, the text in one line, and each line of its own: a server may write line ends in another way, or as blanks. Each of
 * them as {@link writtenForms} has it.
 */
export function formsOf(secret: string): string[] {
  const line = secret.replace(/\s+/g, " ").trim();
  const lines = secret.split(/[\r\n\u2028\u2029]+/).map((each) => each.trim());
  const parts = lines.length > 1 ? lines.filter((each) => each.length >= revealing) : [];
  return [...new Set([secret, line, ...parts])].flatMap(writtenForms);
}

/** As it is, in JSON (with escapes that other writers use), in JSON inside of JSON, each of them in a URL, and in HTML. */
function writtenForms(secret: string): string[] {
  // Half a surrogate pair cannot be written as a part of a URL.
  const plain = Buffer.from(secret, "utf8").toString("utf8");
  const json = JSON.stringify(plain).slice(1, -1);
  const nested = JSON.stringify(json).slice(1, -1);
  const escaped = json
    .replace(/\//g, "\\/")
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const inHtml = plain.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? sign);
  return [secret, ...[plain, json, nested].flatMap((form) => [form, encodeURIComponent(form)]), escaped, inHtml];
}

/** A regular expression for just this text. */
export const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const withoutWhole = (text: string, secret: string): string => text.replaceAll(secret, replacement);

/** A short secret is only taken out where it stands alone: without that rule, no message could be read. */
function withoutWord(text: string, secret: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${literal(secret)}(?![\\p{L}\\p{N}_])`, "gu"), replacement);
}

/** A revealing beginning is removed to the end of the word: that may be the rest in yet another form. */
function withoutBeginnings(text: string, secret: string): string {
  const beginning = secret.slice(0, revealing);
  let rest = text;
  for (let at = rest.indexOf(beginning); at >= 0; at = rest.indexOf(beginning, at + replacement.length)) {
    let end = at + revealing;
    while (end - at < secret.length && rest[end] === secret[end - at]) end++;
    while (end < rest.length && !/[\s"'<>,)}\]]/.test(rest[end]!)) end++;
    rest = rest.slice(0, at) + replacement + rest.slice(end);
  }
  return rest;
}
