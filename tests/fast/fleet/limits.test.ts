import { availableParallelism } from "node:os";
import { limitsOf, shareOf } from "../../../provider/cli/fleet/fleet-options";

/** What a fleet may ask of LumenOne, and each worker's share of it. */
const variables = ["LUMENONE_MAX_CONCURRENCY", "LUMENONE_REQUESTS_PER_SECOND"] as const;
const before = variables.map((name) => process.env[name]);
beforeEach(() => variables.forEach((name) => delete process.env[name]));
afterAll(() =>
  variables.forEach((name, index) => {
    if (before[index] === undefined) delete process.env[name];
    else process.env[name] = before[index];
  }),
);

describe("the limits of a fleet", () => {
  test("without options are ten requests at once, no rate, and a tenant for each processor", () => {
    expect(limitsOf({})).toEqual({ parallel: availableParallelism(), maxConcurrency: 10 });
  });

  test("are those of the options, before those of the environment", () => {
    process.env["LUMENONE_MAX_CONCURRENCY"] = "4";
    process.env["LUMENONE_REQUESTS_PER_SECOND"] = "7.5";
    expect(limitsOf({ parallel: "3" })).toEqual({ parallel: 3, maxConcurrency: 4, requestsPerSecond: 7.5 });
    expect(limitsOf({ parallel: "3", maxConcurrency: "6", requestsPerSecond: "50" })).toEqual({
      ...{ parallel: 3, maxConcurrency: 6, requestsPerSecond: 50 },
    });
  });

  test("an empty variable is none", () => {
    process.env["LUMENONE_REQUESTS_PER_SECOND"] = "";
    expect(limitsOf({ parallel: "1" })).toEqual({ parallel: 1, maxConcurrency: 10 });
  });

  test.each([
    [{ parallel: "0" }, /^--parallel is "0": give a number above 0\.$/],
    [{ parallel: "-1" }, /^--parallel is "-1"/],
    [{ parallel: "1.5" }, /^--parallel takes a whole number\.$/],
    [{ maxConcurrency: "many" }, /^--max-concurrency is "many"/],
    [{ requestsPerSecond: "Infinity" }, /^--requests-per-second is "Infinity"/],
  ])("%j is refused as wrong usage", (options, says) => {
    const usage = { code: 64, message: expect.stringMatching(says) as string };
    expect(() => limitsOf(options)).toThrow(expect.objectContaining(usage) as Error);
  });
});

describe("the share of a worker", () => {
  test.each([
    [{ maxConcurrency: 10 }, 1, { LUMENONE_MAX_CONCURRENCY: "10" }],
    [{ maxConcurrency: 10 }, 4, { LUMENONE_MAX_CONCURRENCY: "2" }],
    [{ maxConcurrency: 2 }, 3, { LUMENONE_MAX_CONCURRENCY: "1" }],
    // A process may begin one request more in a second than its rate says.
    [{ maxConcurrency: 2, requestsPerSecond: 50 }, 2, { LUMENONE_REQUESTS_PER_SECOND: "24" }],
    [{ maxConcurrency: 2, requestsPerSecond: 4 }, 2, { LUMENONE_REQUESTS_PER_SECOND: "1" }],
    [{ maxConcurrency: 2, requestsPerSecond: 3 }, 2, { LUMENONE_REQUESTS_PER_SECOND: "1.5" }],
    [{ maxConcurrency: 2, requestsPerSecond: 0.001 }, 2, { LUMENONE_REQUESTS_PER_SECOND: "0.01" }],
  ])("of %j with %i workers is %j", (limits, workers, share) => {
    expect(shareOf(limits, workers)).toMatchObject(share);
    expect("LUMENONE_REQUESTS_PER_SECOND" in shareOf(limits, workers)).toBe("requestsPerSecond" in limits);
  });

  test.each([1, 2, 4, 8])("of one of %d workers keeps all of them below the limits, in every second", (workers) => {
    const share = shareOf({ requestsPerSecond: 50, maxConcurrency: 10 }, workers);
    // One that asks evenly may begin one more than its rate in some second.
    expect(workers * (Math.floor(Number(share["LUMENONE_REQUESTS_PER_SECOND"])) + 1)).toBeLessThanOrEqual(50);
    expect(workers * Number(share["LUMENONE_MAX_CONCURRENCY"])).toBeLessThanOrEqual(10);
  });
});
