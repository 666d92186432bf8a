import { redact, textsIn } from "../../../provider/client/log/redact";

const secret = 'Basic "dXNlcjpwYXNz"';

test.each<[text: string, secrets: string[], redacted: string]>([
  ["nothing here", [secret], "nothing here"],
  [`it was ${secret}!`, [secret], "it was [secret]!"],
  [`{"a":${JSON.stringify(secret)}}`, [secret], '{"a":"[secret]"}'],
  [JSON.stringify({ message: JSON.stringify({ a: secret }) }), [secret], '{"message":"{\\"a\\":\\"[secret]\\"}"}'],
  [`/x?a=${encodeURIComponent(secret)}&b=1`, [secret], "/x?a=[secret]&b=1"],
  ["cut off: abcdefghijk", ["abcdefghijklmnop"], "cut off: [secret]"],
  ["cut off: abcdefghijk...", ["abcdefghijklmnop"], "cut off: [secret]"],
  ["encoded anew: abcdefghi&#106;klmnop, or not", ["abcdefghijklmnop"], "encoded anew: [secret], or not"],
  ["too short to match: abcdefg", ["abcdefghijklmnop"], "too short to match: abcdefg"],
  ["the longer first: abcdef", ["abcd", "abcdef"], "the longer first: [secret]"],
  ["a short one: ab, not cab", ["ab"], "a short one: [secret], not cab"],
  ["signs: $& and ++", ["++", "$&"], "signs: [secret] and [secret]"],
  ["empty ones", ["", "  "], "empty ones"],
  [
    "half a pair of surrogates: \ud800, x\udfff",
    ["\ud800", "x\udfff"],
    "half a pair of surrogates: [secret], [secret]",
  ],
  ['in another JSON: "a\\/b-c-d-\\u00e9"', ["a/b-c-d-é"], 'in another JSON: "[secret]"'],
  ["in HTML: &lt;a&gt; &amp; &quot;b&#39;", ["<a> & \"b'"], "in HTML: [secret]"],
])("%s", (text, secrets, redacted) => {
  expect(redact(text, secrets)).toEqual(redacted);
});

test("texts are found at any depth, and long numbers", () => {
  expect(textsIn({ a: ["b", { c: 493_817, d: 7, e: null, f: true }], g: undefined }).sort()).toEqual(["493817", "b"]);
  expect(textsIn(Array.from({ length: 200_000 }, () => "x")).length).toBe(200_000);
});
