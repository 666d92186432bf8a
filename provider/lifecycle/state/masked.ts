import { createHash } from "node:crypto";

/** Characters that services show in place of a secret's own. */
const cover = "*\u2217\u2022\u25cf\u25e6\u25cb\u2219\u00b7\u2588\u25a0\uff0a";
const covered = new RegExp(`^(?:[${cover}]+|[xX#._?\\-\u2013\u2014\\s]{2,}|\u2026)$`, "u");
const coverRun = new RegExp(`[${cover}]{3,}|(?<![A-Za-z])[xX]{4,}|[xX]{4,}(?![A-Za-z])`, "u");
const gap = new RegExp(`\\*{2,}|[${cover.slice(1)}]+|\\.{3,}|\u2026|[xX]{3,}`, "gu");

/** Words that say that there is a secret, and not which. */
const secretWords = wordSet(
  `redacted hidden masked mask secret secrets encrypted configured protected sensitive concealed censored filtered obfuscated
  obscured omitted unchanged stored undisclosed confidential placeholder unavailable provided saved shown displayed disclosed`,
);
/** Words that may say so, and may as well be the value of a readable setting. */
const unclear =
  wordSet(`set unset true false yes no none null nil undefined empty unknown present absent enabled disabled ok
  active password token key value`);
const filling = wordSet(`is the a an not has been already currently value field string data api access
  secret key token your here n`);

/** What stands in front of a digest, as in `sha256:9f86...`, `{SSHA}...` or `$2b$10$...`. */
const digestScheme =
  /^(?:\{?(?:s?sha-?\d{0,3}|md5|hmac[\w-]*|bcrypt|argon2\w*|scrypt|pbkdf2[\w-]*|crc32|hash|fingerprint)\}?[:=$}]|\$(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|[156y])\$)/i;

/**
 * Whether a text is what services show in place of a secret, whatever the secret is: stars, dots or x's, a gap in the
 * middle, a word that only says that there is one, any of these in base64, or a digest.
 */
export function looksMasked(text: string): boolean {
  const plain = text.trim().replace(/&(?:bull|ast|#8226|#x2022|#42);/gi, "*");
  if (covered.test(plain) || coverRun.test(plain)) return true;
  if (/\u2026|\.{3}/.test(plain) && !/\s/.test(plain)) return true;
  if (isPhrase(plain, secretWords)) return true;
  const inside = /^(?:\[(.+)\]|<(.+)>|\((.+)\)|\{+([\w\s-]+)\}+|_{2}(.+)_{2}|%(.+)%)$/s
    .exec(plain)
    ?.slice(1)
    .find(Boolean);
  if (inside !== undefined && isPhrase(inside, unclear)) return true;
  return digestScheme.test(plain) || isEncodedCover(plain);
}

/**
 * Whether a text in a response stands for the stored secret, and is not a new value.
 *
 * | shown | is |
 * |---|---|
 * | blank | a mask |
 * | {@link looksMasked}, also where the stored text is longer | a mask |
 * | what is stored, with blanks around it | the same |
 * | the beginning or the end of what is stored, or both around a gap | a mask |
 * | a digest of what is stored | a mask |
 * | a word such as `true`, `none` or `set` | a mask, unless the stored one is such a plain word itself |
 * | shorter, and too short or too uniform to replace what is stored | a mask |
 * | anything else | a change |
 *
 * Plain words and small numbers (`POST`, `bearer`, `8080`) are settings, not secrets: any other word can replace them. Any
 * other stored text can be replaced by one of its length or more, or by one of at least 8 characters (for a stored text of
 * less than 10, three quarters of its length), five of them different.
 */
export function isMaskOf(stored: string, shown: string): boolean {
  const text = shown.trim();
  // A digest that is stored as such is a value like any other.
  const isValue = digestScheme.test(stored) && digestScheme.test(text);
  if (text === "" || (looksMasked(text) && !isValue)) return true;
  if (revealsPart(stored, text) || isDigestOf(stored, text)) return true;
  const isSetting = /^(?:[a-z]{1,12}|[A-Z]{1,12}|[A-Z][a-z]{1,11}|\d{1,5})$/.test(stored);
  if (isPhrase(text, unclear) && !isPhrase(stored, unclear)) return !isSetting || text.length < stored.length / 2;
  if (text.length >= stored.length || isSetting) return false;
  const least = Math.min(8, Math.ceil(stored.length * 0.75));
  return text.length < least || new Set(text).size < Math.min(5, least);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Whether a text consists of such words: `REDACTED`, `value is hidden`, `not-shown`. */
function isPhrase(text: string, words: ReadonlySet<string>): boolean {
  if (text.length > 60) return false;
  const found = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (/\d/.test(text)) return false;
  const known = (word: string) => words.has(word) || secretWords.has(word) || filling.has(word);
  return found.every(known) && found.some((word) => words.has(word) || secretWords.has(word));
}

function isEncodedCover(text: string): boolean {
  if (/^(?:2a){3,}$/i.test(text) || /^(?:%2a|%e2%80%a2){3,}$/i.test(text)) return true;
  if (text.length < 4 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return false;
  return new RegExp(`^[${cover}]{3,}$`, "u").test(Buffer.from(text, "base64").toString("utf8"));
}

/** `sk-`, `abcd`, `sk-...abcd` or `12**34` of the stored text: what is visible stands at its ends. */
function revealsPart(stored: string, shown: string): boolean {
  if (stored.startsWith(shown) || stored.endsWith(shown)) return true;
  const parts = shown.split(gap);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  return parts.length > 1 && stored.startsWith(first) && stored.endsWith(last);
}

function isDigestOf(stored: string, shown: string): boolean {
  if (!/^[A-Za-z0-9+/_=-]{8,128}$/.test(shown)) return false;
  return ["md5", "sha1", "sha256", "sha384", "sha512"].some((algorithm) => {
    const digest = createHash(algorithm).update(stored).digest();
    const texts = [digest.toString("hex"), digest.toString("base64"), digest.toString("base64url")];
    return texts.some((text) => text.startsWith(shown)) || texts[0]?.startsWith(shown.toLowerCase());
  });
}
