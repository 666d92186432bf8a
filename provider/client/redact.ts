const shortest = 4;

/** Every text in a value, as deep as it goes. */
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") texts.push(next);
    else if (typeof next === "object" && next !== null) open.push(...(Object.values(next) as unknown[]));
  }
  return texts;
}

/** A text without these secrets, in whatever form a server may echo them. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  // Longest first, or a part of a longer secret would be left.
  const sorted = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return sorted.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
