import { decideRetry, type FailedAttempt } from "../../../provider/client/send/retry";

const now = Date.parse("2026-01-01T00:00:00Z");
const failed: FailedAttempt = {
  attempt: 1,
  maxRetries: 5,
  repeatable: true,
  status: 503,
  sent: true,
  garbled: false,
  lasting: false,
  retryAfter: undefined,
  elapsed: 0,
  budget: 90_000,
  now,
  random: 1,
};

const table: [what: string, facts: Partial<FailedAttempt>, delay: number | "no"][] = [
  ["503 of a repeatable request", {}, 1000],
  ["502", { status: 502 }, 1000],
  ["504", { status: 504 }, 1000],
  ["408", { status: 408 }, 1000],
  ["500 is a response of LumenOne", { status: 500 }, "no"],
  ["400", { status: 400 }, "no"],
  ["404", { status: 404 }, "no"],
  ["409", { status: 409 }, "no"],
  ["522 of a CDN", { status: 522 }, 1000],
  ["501 stays", { status: 501 }, "no"],
  ["a wrong certificate", { status: undefined, sent: false, lasting: true }, "no"],
  ["a response that is too large", { status: 200, lasting: true }, "no"],
  ["garbled response with status 200", { status: 200, garbled: true }, 1000],
  ["429, a number that is none", { status: 429, retryAfter: "NaN" }, 1000],
  ["429, infinite", { status: 429, retryAfter: "Infinity" }, 1000],
  ["503 of a create", { repeatable: false }, "no"],
  ["reset of a repeatable request", { status: undefined }, 1000],
  ["reset of a create", { status: undefined, repeatable: false }, "no"],
  ["connection refused, of a create too", { status: undefined, repeatable: false, sent: false }, 1000],
  ["garbled response of a read", { status: undefined, garbled: true }, 1000],
  ["garbled response of a create", { status: undefined, garbled: true, repeatable: false }, "no"],
  ["429 of a create", { status: 429, repeatable: false }, 1000],
  ["429, seconds", { status: 429, retryAfter: "7" }, 7000],
  ["429, half a second", { status: 429, retryAfter: "0.5" }, 500],
  ["429, a date", { status: 429, retryAfter: "Thu, 01 Jan 2026 00:00:09 GMT" }, 9000],
  ["429, a date that has passed", { status: 429, retryAfter: "Thu, 01 Jan 2015 00:00:00 GMT" }, 0],
  ["429, negative", { status: 429, retryAfter: "-5" }, 0],
  ["429, absurd", { status: 429, retryAfter: "999999999" }, 60_000],
  ["429, no number and no date", { status: 429, retryAfter: "soon" }, 1000],
  ["429, empty", { status: 429, retryAfter: " " }, 1000],
  ["503 with a wish", { retryAfter: "3" }, 3000],
  ["second attempt", { attempt: 2 }, 2000],
  ["fifth attempt", { attempt: 5 }, 16_000],
  ["at once with the most luck", { random: 0 }, 0],
  ["half as long with some luck", { random: 0.5 }, 500],
  ["the last attempt", { attempt: 6 }, "no"],
  ["no retries wanted", { maxRetries: 0 }, "no"],
  ["no time left", { elapsed: 89_000 }, "no"],
  ["a wish beyond the budget", { status: 429, retryAfter: "50", elapsed: 45_000 }, "no"],
];

test.each(table)("%s", (_what, facts, delay) => {
  expect(decideRetry({ ...failed, ...facts })).toEqual(delay === "no" ? { retry: false } : { retry: true, delay });
});

test("a back-off grows no further than 20 s", () => {
  expect(decideRetry({ ...failed, attempt: 30, maxRetries: 50 })).toEqual({ retry: true, delay: 20_000 });
});
