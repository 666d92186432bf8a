/** In every form in which a text may be written. */
export function secretForms(text: string): string[] {
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(JSON.stringify(text)).slice(3, -3),
    encodeURIComponent(text),
    // The end depends on what follows.
    Buffer.from(text).toString("base64").slice(0, -4),
  ];
}
