import { code } from "esutils";
import { documentName } from "../../definitions/document/docpath";
import { type TenantDocument, type TenantObject } from "../tenant/tenant";

/** Words that the program or the language already uses. */
const taken = new Set(
  (
    "accounts arguments async await break case catch class config const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let lumenone new null of " +
    "package prefix private prompt protected public pulumi require return set static super switch this throw true try " +
    "type typeof undefined var void while with yield module exports process console Buffer global"
  ).split(" "),
);

const longest = 50;

/**
 * Words of a name for logical names and files: lower case, joined by hyphens. Letters of every script stay; a name that
 * has neither letters nor digits gives "".
 */
export function kebab(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{Nd}\p{Mn}\p{Mc}]|[\u{10000}-\u{10ffff}]/gu, "-")
    // TypeScript and editors know fewer letters than Unicode has.
    .replace(/\P{ASCII}/gu, (letter) => (code.isIdentifierPartES6(letter.codePointAt(0) ?? 0) ? letter : "-"))
    // A mark needs a letter before it.
    .replace(/(^|-)[\p{Mn}\p{Mc}]+/gu, "$1")
    .replace(/-+/g, "-");
  return [...words].slice(0, longest).join("").replace(/^-|-$/g, "");
}

/** Words as the name of a variable. */
export function identifier(words: string, kind: string): string {
  const name = words.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());
  const whole = /^[\p{L}_]/u.test(name) ? name : `_${name}`;
  return taken.has(whole) ? `${whole}${kind}` : whole;
}

/** `queryRefusalResponse` as `query-refusal-response`, and `VoiceConfig` as `-voice-config`. */
export function hyphened(words: string): string {
  return words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The words of an object's name: its name, its slug, else its kind. */
export function wordsOf({ kind, id, remote }: TenantObject): string {
  const name = typeof remote["name"] === "string" ? remote["name"] : "";
  return kebab(name) || kebab(id) || kebab(kind);
}

/** The words of a document's name: its title without the ending. */
export function titleWords({ id, remote }: TenantDocument): string {
  const title = typeof remote["title"] === "string" ? remote["title"] : "";
  return kebab(title.replace(/\.\w{1,5}$/, "")) || kebab(documentName(id).replace(/\.json$/, "")) || "document";
}

/** Gives every name once: later ones of the same words get a number. Upper and lower case count as the same. */
export class Names {
  /** The names that are given, each with the last number of its words. */
  private readonly given = new Map<string, number>();

  /** @param separator stands before the number */
  constructor(private readonly separator: "-" | "" = "-") {}

  /** Whether this name is given already. */
  has(name: string): boolean {
    return this.given.has(name.toLowerCase());
  }

  take(wanted: string): string {
    let name = wanted;
    let number = this.given.get(wanted.toLowerCase()) ?? 1;
    while (this.has(name)) name = `${wanted}${this.separator}${++number}`;
    this.given.set(name.toLowerCase(), 1).set(wanted.toLowerCase(), number);
    return name;
  }
}
