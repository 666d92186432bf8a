const replacement = "[secret]";

/** So much of a secret's beginning gives it away: a server that shortens what it echoes leaves such a part. */
const telling = 8;

/** Every text in a value that may be a credential, as deep as it goes; long numbers too. */
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") texts.push(next);
    else if (typeof next === "number" && Math.abs(next) >= 1000) texts.push(String(next));
    else if (typeof next === "object" && next !== null) for (const inner of Object.values(next)) open.push(inner);
  }
  return texts;
}

/** A text without these secrets, in whatever form a server may echo them, whole or cut off. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.trim() !== "")
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(wellFormed(secret))]);
  // Longest first, or a part of a longer secret would be left.
  const sorted = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return sorted.reduce(without, text);
}

/** Half a surrogate pair cannot be written as a part of a URL. */
const wellFormed = (text: string) => Buffer.from(text, "utf8").toString("utf8");

function without(text: string, secret: string): string {
  if (secret.length < 4) return withoutWord(text, secret);
  const whole = text.replaceAll(secret, replacement);
  return secret.length > telling ? withoutBeginnings(whole, secret) : whole;
}

/** A short secret is only taken out where it stands alone: no message could be read otherwise. */
function withoutWord(text: string, secret: string): string {
  const literal = secret.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "gu"), replacement);
}

function withoutBeginnings(text: string, secret: string): string {
  const beginning = secret.slice(0, telling);
  let rest = text;
  for (let at = rest.indexOf(beginning); at >= 0; at = rest.indexOf(beginning, at + replacement.length)) {
    let length = telling;
    while (length < secret.length && rest[at + length] === secret[length]) length++;
    rest = rest.slice(0, at) + replacement + rest.slice(at + length);
  }
  return rest;
}
