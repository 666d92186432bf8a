/** The form of a slug in a URL path: lower-case hex of its UTF-8 bytes. */
export const toHex = (slug: string): string => Buffer.from(slug, "utf8").toString("hex");

/** The slug of a hex form, or undefined when it is none. */
export function fromHex(hex: string): string | undefined {
  if (!/^([0-9a-f]{2})+$/.test(hex)) return undefined;
  try {
    return new TextDecoder("utf8", { fatal: true }).decode(Buffer.from(hex, "hex"));
  } catch {
    return undefined;
  }
}
