import { Subject } from "../../../provider/lifecycle/object/subject";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { asInstant, sameInstant } from "../../../provider/lifecycle/state/instant";
import { outputsOf } from "../../../provider/lifecycle/state/outputs";
import { memoryContext } from "../../support/memory-context";

const recorded = "2026-01-01T10:20:30.456Z";

/** How operations may write one moment. */
const spellings: [spelling: unknown][] = [
  [recorded],
  ["2026-01-01T10:20:30.456+00:00"],
  ["2026-01-01T12:20:30.456+02:00"],
  ["2026-01-01T12:20:30.456+0200"],
  ["2026-01-01T05:50:30.456-04:30"],
  ["2026-01-01T10:20:30.456789Z"],
  ["2026-01-01t10:20:30,456z"],
  ["2026-01-01 10:20:30.456"],
  ["2026-01-01 10:20:30.456 +00"],
  [Date.parse(recorded)],
  [Date.parse(recorded) / 1000],
  [String(Date.parse(recorded))],
  [` ${recorded} `],
];

test.each(spellings)("%j becomes RFC 3339 in UTC with milliseconds", (spelling) => {
  expect(asInstant(spelling)).toBe(recorded);
});

test.each([["2026-01-01T10:20:30Z"], ["2026-01-01T10:20Z"], ["Thu, 01 Jan 2026 10:20:30 GMT"], [1767262830]])(
  "%j, without milliseconds, has them in the state",
  (spelling) => expect(asInstant(spelling)).toMatch(/^2026-01-01T10:20:(?:30|00)\.000Z$/),
);

test.each([
  ["yesterday"],
  [""],
  ["2026-13-01T00:00:00Z"],
  ["2026-02-30T00:00:00Z"],
  ["2026-01-01"],
  ["1/2/2026, 10:20:30 AM"],
  ["x1767262830"],
  ["1767262830x"],
  ["on Thu, 01 Jan 2026 10:20:30 GMT"],
  ["Thu, 01 Jan 2026 10:20:30 GMT, or so"],
  [0],
  [-1],
  [NaN],
  [7],
  [1e300],
  [null],
  [true],
  [{ seconds: 1 }],
])("%j is not a time, and stays as it is", (value) => {
  expect(asInstant(value)).toEqual(value);
  expect(sameInstant(value, recorded)).toBe(false);
});

test("the end of a day is the beginning of the next", () => {
  expect(asInstant("2026-01-01T24:00:00Z")).toBe("2026-01-02T00:00:00.000Z");
});

test("a time without a fraction is the same as the one that it was cut or rounded from", () => {
  expect(sameInstant("2026-01-01T10:20:30+00:00", recorded)).toBe(true);
  expect(sameInstant("2026-01-01T10:20:31Z", recorded)).toBe(true);
  expect(sameInstant("2026-01-01T10:20:30.457Z", recorded)).toBe(false);
  expect(sameInstant("2026-01-01T10:20:32Z", recorded)).toBe(false);
  expect(sameInstant(recorded, "2026-01-01T10:20:30+00:00")).toBe(true);
  expect(sameInstant("2026-01-01T10:20:31Z", "2026-01-01T10:20:30Z")).toBe(false);
  expect(sameInstant("yesterday", "yesterday")).toBe(false);
});

const times = kinds.flatMap((kind) =>
  Object.entries(definitionOf(kind).fields).flatMap(([name, { presence }]) =>
    presence === "output" && /(?:At|_at|[dD]ate|[tT]ime)$/.test(name) ? [[kind, name] as const] : [],
  ),
);

test("the kinds with times are known", () => {
  expect(times.map(([kind]) => kind)).toEqual(["Organization", "Workspace", "Account"]);
});

describe.each(times)("%s.%s", (kind, name) => {
  const definition = definitionOf(kind);
  const outputs = (given: unknown, olds = {}) =>
    outputsOf(new Subject(definition, memoryContext(), {}), {}, { [name]: given }, olds)[name];

  test.each(spellings)("given as %j, gets one form, and a refresh keeps the state's spelling", (spelling) => {
    expect(outputs(spelling)).toBe(recorded);
    expect(outputs(spelling, { [name]: recorded })).toBe(recorded);
    expect(outputs(recorded, { [name]: spelling })).toBe(spelling);
  });

  test("given as another time, is a change; a text that is not a time is kept", () => {
    expect(outputs("2027-01-01T00:00:00Z", { [name]: recorded })).toBe("2027-01-01T00:00:00.000Z");
    expect(outputs("soon")).toBe("soon");
    expect(outputs("", { [name]: recorded })).toBe(recorded);
  });
});

test.each<[given: unknown, instant: unknown]>([
  [1e8, "1973-03-03T09:46:40.000Z"],
  [1e11, "1973-03-03T09:46:40.000Z"],
  [1e14, 1e14],
  ["2026-01-01T00:00:00.123456789", "2026-01-01T00:00:00.123Z"],
  ["2026-01-01T02:00:00+02", "2026-01-01T00:00:00.000Z"],
  ["2026-01-01T24:30:00Z", "2026-01-01T24:30:00Z"],
  ["Thu, 01 Jan 2026 00:00:00 GMT+01", "Thu, 01 Jan 2026 00:00:00 GMT+01"],
])("%j becomes %j", (given, instant) => {
  expect(asInstant(given)).toBe(instant);
});
