import { createHash } from "node:crypto";

/**
 * The slug the server makes from a name: lower case, words joined by hyphens, and suffixed when it is taken. The suffix
 * looks random but follows from the name and the id, so that runs are repeatable.
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
