/** The form of a slug in LumenOne's URLs: lower-case hex of its UTF-8 bytes (documented). */
export function toHexSlug(original: string): string {
  return Buffer.from(original, "utf8").toString("hex");
}

/** The slug behind that form; undefined when this is not such a form. */
export function fromHexSlug(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2})+$/.test(hex)) return undefined;
  const slug = Buffer.from(hex, "hex").toString("utf8");
  // Bytes that are not a text or not a slug: then this is an original slug that only looks like hex.
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(slug) ? slug : undefined;
}
