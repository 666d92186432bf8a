import { createHash } from "node:crypto";
import { definitionOf } from "../../../provider/definitions/registry";
import { project } from "../../../provider/lifecycle/state/project";
import { maskedIn, readable, unmasked } from "../../../provider/lifecycle/state/unmasked";

const key = "sk-live-51H8xYzAbcd";
const url = "https://crm.example.com/v1/customers";
const sha256 = createHash("sha256").update(key).digest();
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A stored value, and what a response shows in its place. */
const masks: [stored: unknown, shown: unknown][] = [
  // Nothing, or less.
  [key, ""],
  [key, "   "],
  [key, null],
  [key, undefined],
  [5, null],
  [5, ""],
  [true, null],
  [true, ""],
  [{ a: key }, {}],
  [[key], []],
  [{ a: key }, null],
  [{ a: key }, ""],
  [{ scopes: ["a", "b"] }, { scopes: [] }],
  [{ a: { token: key } }, { a: {} }],
  [{ a: key, b: "c" }, { b: "c" }],
  // Signs, in any number.
  [key, "*"],
  [key, "********"],
  [key, "*".repeat(60)],
  [key, "•••"],
  [key, "●●●●●●●●"],
  [key, "xxxx"],
  [key, "XXXXXXXX"],
  [key, "xxxx-xxxx-xxxx"],
  [key, "---"],
  [key, "..."],
  [key, "…"],
  [key, "&bull;&bull;&bull;"],
  [key, base64("********")],
  [key, base64("••••••")],
  [key, "%2A%2A%2A%2A"],
  // A part.
  [key, "****Abcd"],
  [key, "sk-...Abcd"],
  [key, "sk-live-…"],
  [key, "sk…cd"],
  [key, "s**d"],
  [key, "sk-live-****************************Abcd"],
  [key, "sk-live-"],
  [key, "Abcd"],
  [key, key.slice(0, -1)],
  ["4111111111111111", "1111"],
  // Words.
  [key, "[REDACTED]"],
  [key, "<hidden>"],
  [key, "(sensitive value)"],
  [key, "{{masked}}"],
  [key, "__REDACTED__"],
  [key, "<none>"],
  [key, "SECRET"],
  [key, "configured"],
  [key, "set"],
  [key, "true"],
  [key, "none"],
  [key, "not shown"],
  [key, "value is hidden"],
  ["hunter2", "REDACTED"],
  ["opensesame", "set"],
  [key, "<your-token-here>"],
  // A flag in place of a text, a number, an object.
  [key, true],
  [key, false],
  [443, true],
  [443, "***"],
  [true, "***"],
  [{ a: key }, true],
  [{ a: key }, "***"],
  [{ a: key }, "configured"],
  [{ a: key }, { masked: true }],
  [{ a: key }, "a whole text that is longer than what is stored"],
  [key, { set: true }],
  [key, { value: "***", length: 19 }],
  [[key, "b"], ["***"]],
  [[key, "b"], "***"],
  // Digests.
  [key, `sha256:${sha256.toString("hex")}`],
  [key, sha256.toString("hex")],
  [key, sha256.toString("hex").slice(0, 12).toUpperCase()],
  [key, sha256.toString("base64")],
  [key, "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"],
  [key, "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr"],
  // Too little to be another value.
  [key, "abc"],
  [key, "aaaaaaaaaa"],
  ["a1b2c3d4", "x9y"],
  // JSON in a text.
  [{ a: key, b: 1 }, JSON.stringify({ a: "***", b: 1 })],
  [JSON.stringify({ a: key }), JSON.stringify({ a: "***" })],
  [JSON.stringify({ a: key }), { a: "***" }],
  [JSON.stringify({ a: key }), "a-text-of-this-length-or-more-than-that"],
  [null, "***"],
  [[key], { a: "a-new-key-of-this-length" }],
  [5, { masked: true }],
  [443, " 443 "],
  [true, "yes"],
  [key, undefined],
  [{ a: key }, undefined],
  // The same in another spelling.
  [443, "443"],
  [true, 1],
  ["443", 443],
  // Additions that cannot be read.
  [{ a: key }, { a: "***", b: "***", c: "", d: null, e: {}, f: [] }],
  [{}, { a: "***" }],
];

/** A stored value, what a response shows, and what becomes of it where that is neither. */
const changes: [stored: unknown, shown: unknown, becomes?: unknown][] = [
  [key, "sk-live-99ZzYyXxWwVv"],
  [key, "sk-live-99ZzYyXxWwV"],
  [key, "sk-new-98765"],
  [key, "rotated-by-somebody-else"],
  ["hunter2-hunter2", "correcth0rse"],
  ["a1b2c3d4", "x9y8z7"],
  ["hunter2", "letmein"],
  [url, "https://a.example/v2"],
  ["POST", "GET"],
  ["PATCH", "PUT"],
  ["bearer", "none"],
  ["basic", "bearer"],
  ["disabled", "enabled"],
  ["get", "set"],
  ["none", "bearer"],
  ["8080", "443"],
  ["production", "dev"],
  ["en", "de"],
  ["Look up an order", "Looks for an order..."],
  ["a", "b"],
  ["", "new-value"],
  ["sha256:abcdef", "sha256:fedcba"],
  [443, 0],
  [443, 8443],
  [443, "8443", 8443],
  [true, false],
  [false, true],
  [false, "true", true],
  [true, "false", false],
  [true, 0, false],
  [false, 1, true],
  [5, { a: "a-new-key-of-this-length" }],
  [key, { a: "a-new-key-of-this-length" }],
  [key, 1234567890123],
  [{ a: key }, { a: "a-new-key-of-this-length" }],
  [
    { token: key, url },
    { token: "***", url: "https://b.example/x" },
    { token: key, url: "https://b.example/x" },
  ],
  [{ token: key, port: 1 }, { port: 2 }, { token: key, port: 2 }],
  [{ a: key }, { a: "", b: "added-by-somebody" }, { a: key, b: "added-by-somebody" }],
  [{ a: key }, JSON.stringify({ a: "***", b: "added" }), { a: key, b: "added" }],
  [JSON.stringify({ a: key, b: 1 }), JSON.stringify({ a: "***", b: 2 }), JSON.stringify({ a: key, b: 2 })],
  [JSON.stringify({ a: key, b: 1 }), { a: "***", b: 2 }, { a: key, b: 2 }],
  [null, "a-new-key-of-this-length"],
  [null, 5],
  [["a", "b"], ["a"]],
  [
    ["a", key],
    ["a", "***", "c"],
    ["a", key],
  ],
  [
    ["a", key],
    ["b", "***"],
    ["b", key],
  ],
  [[{ token: key, on: true }], [{ token: "•••", on: false }], [{ token: key, on: false }]],
  [
    { deep: [{ token: key, method: "POST" }] },
    { deep: [{ token: null, method: "GET" }] },
    { deep: [{ token: key, method: "GET" }] },
  ],
];

test("the tables have at least 60 masks and 30 changes", () => {
  expect(masks.length).toBeGreaterThanOrEqual(60);
  expect(changes.length).toBeGreaterThanOrEqual(30);
});

test.each(masks)("stored %j, shown %j: a mask", (stored, shown) => {
  expect(unmasked(stored, shown)).toEqual(stored);
});

test.each(changes)("stored %j, shown %j: a change", (stored, shown, becomes = shown) => {
  const changed = unmasked(stored, shown);
  expect(changed).toEqual(becomes);
  // The next refresh finds it settled.
  expect(unmasked(changed, shown)).toEqual(changed);
});

test.each<[shown: unknown, left: unknown, masked: string[]]>([
  [{ token: "***", url, port: 1 }, { url, port: 1 }, ["token"]],
  [{ token: "", other: null, on: false }, { on: false }, ["token", "other"]],
  [{ headers: { auth: "[REDACTED]" } }, undefined, ["headers.auth"]],
  [["a", "***"], undefined, ["1"]],
  [{ mode: "set" }, undefined, ["mode"]],
  [{ mode: " SET " }, undefined, ["mode"]],
  [{ mode: "  " }, undefined, ["mode"]],
  [{ mode: "reset", other: "set up" }, { mode: "reset", other: "set up" }, []],
  [{ url, list: [], deep: {} }, { url, list: [], deep: {} }, []],
])("of %j, which nobody has stored, only what can be read is a value", (shown, left, masked) => {
  expect(readable(shown)).toEqual(left);
  expect(maskedIn({ type: "any", presence: "optional" }, shown)).toEqual(masked);
});

test("an object that comes as anything else is masked as a whole, and what is JSON in a text is looked into", () => {
  const config = { type: "object", presence: "optional" } as const;
  expect(["***", true, ["a"]].map((shown) => maskedIn(config, shown))).toEqual([[""], [""], [""]]);
  expect([null, undefined, { url }].map((shown) => maskedIn(config, shown))).toEqual([[], [], []]);
  expect(maskedIn(config, JSON.stringify({ url, token: "***" }))).toEqual(["token"]);
});

const definition = definitionOf("OrganizationTool");

test.each([null, "", "***", "[REDACTED]", "sha256:0123456789abcdef", true, 1, [], ["***"], {}, undefined])(
  "a whole config that comes back as %j keeps its value, and shows `.get` nothing",
  (config) => {
    const own = { config: { token: key, url } };
    expect(project(definition, own, { config })).toEqual(own);
    const looked = project(definition, {}, { config }, true);
    expect(looked["config"]).toEqual(JSON.stringify(config) === "{}" ? {} : undefined);
  },
);

test("a config of `.get` has its readable parts, also where it comes as JSON in a text", () => {
  const config = { token: "***", url };
  expect(project(definition, {}, { config }, true)).toEqual({ config: { url } });
  expect(project(definition, {}, { config: JSON.stringify(config) }, true)).toEqual({ config: { url } });
});

test.each<[what: string, stored: unknown, shown: unknown, value: unknown]>([
  ["a masked part of a value that nobody stored is left out", undefined, { token: "***", url }, { url }],
  ["a key that comes with a mask is not added", { token: key }, { token: key, other: "***" }, { token: key }],
  [
    "a number that comes with a new key is added",
    { token: key },
    { token: key, port: 8080 },
    { token: key, port: 8080 },
  ],
  ["a flag in place of a plain word is a mask", "POST", true, "POST"],
  ["blanks in place of a number are a mask", 5, "   ", 5],
])("%s", (_what, stored, shown, value) => {
  expect(unmasked(stored, shown)).toStrictEqual(value);
});
