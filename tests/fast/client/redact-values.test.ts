import { withoutValues } from "../../../provider/client/log/redact-values";

test.each<[text: string, values: string[], left: string]>([
  ['invalid chatMode "LEAK"', ["LEAK"], 'invalid chatMode "[secret]"'],
  ["invalid chatMode LEAK", ["LEAK"], "invalid chatMode [secret]"],
  ["invalid chatmode leak", ["LEAK"], "invalid chatmode [secret]"],
  ["LEAKAGE is no LEAK_", ["LEAK"], "LEAKAGE is no LEAK_"],
  ["country=FR is unknown, For France", ["FR"], "country=[secret] is unknown, For France"],
  ["country: 'fr' is unknown", ["FR"], "country: '[secret]' is unknown"],
  ["topN is 4711, not 4", ["4711"], "topN is [secret], not 4"],
  ["0.7319 is too much", ["0.7319"], "[secret] is too much"],
  ["name is missing", ["name"], "name is missing"],
  ["a long one: Customer support of the east, gone", ["Customer support of the east"], "a long one: [secret], gone"],
  ["its beginning: Customer supp...", ["Customer support of the east"], "its beginning: [secret]..."],
  ["its end: ...t of the east.", ["Customer support of the east"], "its end: ...[secret]."],
  ["its middle: omer support o", ["Customer support of the east"], "its middle: [secret]"],
  ["in capitals: CUSTOMER SUPPORT OF THE EAST", ["Customer support of the east"], "in capitals: [secret]"],
  [`in JSON: ${JSON.stringify('one "two" three four')}`, ['one "two" three four'], 'in JSON: "[secret]"'],
  ["in HTML: one &quot;two&quot; three", ['one "two" three'], "in HTML: [secret]"],
  ["in a URL: /a?b=one%20two%2Fthree", ["one two/three"], "in a URL: /a?b=[secret]"],
  ["two: alpha-alpha-1 and beta-beta-22", ["alpha-alpha-1", "beta-beta-22"], "two: [secret] and [secret]"],
  ["other line ends: one line\r\nof two or", ["one line\nof two or"], "other line ends: [secret]\r\n[secret]"],
  ["in one line: first line of a key last-4c", ["first line of a key\nlast-4c"], "in one line: [secret]"],
  ["a line alone: of-it-7d", ["-----BEGIN-----\nof-it-7d\n-----END-----"], "a line alone: [secret]"],
  ["signs: $& and (.*)", ["$&", "(.*)"], "signs: [secret] and [secret]"],
  ["twelve letters inside of a word: xabcdefghijklx", ["abcdefghijkl"], "twelve letters inside of a word: x[secret]x"],
  ["eleven stand alone: xabcdefghijkx abcdefghijk", ["abcdefghijk"], "eleven stand alone: xabcdefghijkx [secret]"],
  ["three need no quotes: abc", ["abc"], "three need no quotes: [secret]"],
  ["without the blanks around it: nine-of-9", ["  nine-of-9\n"], "without the blanks around it: [secret]"],
  ["the longer one first: red apple", ["red", "red apple"], "the longer one first: [secret]"],
  [
    "two of them in a row: abcdefghijklmnopqrstuvwxyz",
    ["abcdefghijkl", "mnopqrstuvwx"],
    "two of them in a row: [secret]yz",
  ],
  ["longer in lower case: İİİİ, a name of Istanbul", ["İİİİ, a name of Istanbul"], "longer in lower case: [secret]"],
  ["nothing of it is here", ["Customer support of the east", "", "  "], "nothing of it is here"],
])("%s", (text, values, left) => {
  expect(withoutValues(text, values, ["name"])).toBe(left);
});

test("a part of a value of a megabyte is found within 5 seconds", () => {
  const value = Array.from({ length: 100_000 }, (_, index) => `word${index}`).join(" ");
  const begun = performance.now();
  expect(withoutValues(`It says: ${value.slice(500_001, 500_100).trim()}!`, [value])).toBe("It says: [secret]!");
  expect(performance.now() - begun).toBeLessThan(5000);
});
