import { createHash } from "node:crypto";
import { isMaskOf, looksMasked } from "../../../provider/lifecycle/state/masked";

/** What stands for a secret, whatever it is: nobody may take it for a value, in an import for example. */
test.each([
  ...["*", "**", "***", "xx", "XXXX", "..", "--", "__", "##", "??", "\u2022\u2022", "\u2026", " *** "],
  ...["ab***cd", "sk-xxxx", "xxxx-1234", "key:XXXX", "&bull;&bull;&bull;", "&#8226;", "&#x2022;&#42;"],
  ...["sk-...abcd", "abc\u2026", "...1234"],
  ...["REDACTED", "value is hidden", "not-shown", "is configured", "hidden ".repeat(8), `${"hidden ".repeat(8)}data`],
  ...["[none]", "<none>", "(not set)", "{none}", "{{no value}}", "__none__", "%none%", " [set] ", "<your-token-here>"],
  ...["2a2a2a", "2A2A2A2A", "%2a%2A%2a", "%e2%80%a2%E2%80%A2%e2%80%a2", "Kioq", "KioqKg==", "KioqKioq", "4oCi4oCi4oCi"],
  ...["sha256:0a1b", "{SSHA}0a1b", "md5=0a1b", "$2b$10$abc", "$argon2id$v=19$abc", "hash:0a1b", "HMAC-SHA1:0a"],
])("%j looks like a mask", (text) => {
  expect(looksMasked(text)).toBe(true);
});

test.each([
  ...["", "x", "-", "#", "a", "abc", "sk-live-51H8xYzAbcd", "axxxb", "exxxxample", "Boxxx2"],
  ...["Looks for an order...", "one two\u2026 three"],
  ...["set", "none", "true", "secret sauce", "redacted 5", "hidden ".repeat(9), "the your", "5"],
  ...[
    "[none",
    "none]",
    "a[none]",
    "[none]a",
    "_none_",
    "_none__",
    "__none_",
    "{none",
    "%none",
    "(none",
    "<none",
    "[acme]",
    "{a:none}",
    "{}",
  ],
  ...[
    "2a2a",
    "2a2a2b",
    "a2a2a2a",
    "2a2a2a!",
    "!Kioq",
    "Kioq!",
    "%2a%2a",
    "x%2a%2a%2a",
    "%2a%2a%2ax",
    "Kio=",
    "KioqYWJj",
    "abcd",
  ],
  ...["256:0a1b", "$5 a piece", "sharp:0a1b", "a md5=0a1b"],
])("%j can be a value", (text) => {
  expect(looksMasked(text)).toBe(false);
});

const key = "sk-live-51H8xYzAbcd";
const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test.each([
  [key, ` ${key} `],
  [key, "sk-live-51H8"],
  [key, "8xYzAbcd"],
  [key, "sk-**Abcd"],
  [key, "sk-xxxAbcd"],
  [key, "sk-**51H8**Abcd"],
  [key, "**Abcd"],
  [key, "sk-**"],
  [key, `sk-${"..".repeat(20)}Abcd`],
  [key, sha256(key).slice(0, 8)],
  [key, md5(key).toUpperCase()],
  ["a1b2c3d4e5f6", "q9w8e7r"],
  ["a1b2c3d4e5f6", "ababcdda"],
  ["opensesame", "set"],
])("for a stored %j, %j stands for the same", (stored, shown) => {
  expect(isMaskOf(stored, shown)).toBe(true);
});

test.each([
  [key, "zz-**Abcd"],
  [key, "sk-**zzzz"],
  [key, "live-51H8xYz"],
  [key, sha256(key).slice(-12)],
  [key, sha256("another")],
  ["ab", md5("ab").slice(0, 4)],
  ["a1b2c3d4e5", "zzzzzzzzzz"],
  ["a1b2c3d4e5f6", "ababcdea"],
  ["a1b2c3d4", "x9y8zx"],
  ["bearer", "yes"],
  ["Basic", "Oid"],
  ["basic", "oid"],
  ["none", "bearer"],
  ["8080", "1"],
])("for a stored %j, %j is another value", (stored, shown) => {
  expect(isMaskOf(stored, shown)).toBe(false);
});
