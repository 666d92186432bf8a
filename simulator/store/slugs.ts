import { createHash } from "node:crypto";

/** The form of a slug in a URL path: lower-case hex of its UTF-8 bytes. */
export const toHex = (slug: string): string => Buffer.from(slug, "utf8").toString("hex");

/** Returns the slug of a hex form, or undefined when the text is not one. */
export function fromHex(hex: string): string | undefined {
  if (!/^([0-9a-f]{2})+$/.test(hex)) return undefined;
  try {
    return new TextDecoder("utf8", { fatal: true }).decode(Buffer.from(hex, "hex"));
  } catch {
    return undefined;
  }
}

/**
 * Makes a slug from a name: lower case, words joined by hyphens, with a suffix when the slug is taken. The suffix looks
 * random but depends on the name and the id only, so that runs are repeatable.
 */
export function makeSlug(name: string, id: number, isTaken: (slug: string) => boolean): string {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const slug = words.slice(0, 200) || digits(name, id);
  return isTaken(slug) ? `${slug}-${digits(name, id)}` : slug;
}

function digits(name: string, id: number): string {
  const hash = createHash("sha256").update(`${id} ${name}`).digest();
  return String(10_000_000 + (hash.readUInt32BE(0) % 90_000_000));
}
