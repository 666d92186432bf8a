import * as lumenone from "pulumi-lumenone";
import * as client from "pulumi-lumenone/client";
import { simulated } from "../support/simulated";

/** What a program can catch from a data function, by the classes that it imports with its resources. */
const world = simulated({ organizations: [{ name: "Acme" }] });

function options(settings: Partial<client.ClientOptions> = {}) {
  const { apiKey, url: baseUrl, accountId } = world.simulator;
  return { client: client.createClient({ apiKey, baseUrl, accountId, maxRetries: 0, ...settings }) };
}

/** What an attempt throws, as a program catches it. */
async function thrownBy(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const cases: [name: "ApiError" | "ArgumentError" | "SettingsError" | "OverlayError", attempt: () => unknown, object][] =
  [
    [
      "ApiError",
      () => lumenone.getWorkspace({ workspace: "nobody" }, options()),
      { reason: "notFound", status: 404, operationId: "getWorkspace", outcomeUnknown: false },
    ],
    [
      "ArgumentError",
      () => lumenone.getNumbers({ scope: "all" }, options()),
      { operationId: "listNumbers", argument: "scope" },
    ],
    ["SettingsError", () => lumenone.getAccounts({}, options({ baseUrl: "ftp://nowhere" })), { setting: "baseUrl" }],
    ["OverlayError", () => lumenone.getAccounts({}, options({ contract: "/nowhere.json" })), { file: "/nowhere.json" }],
  ];

test.each(cases)(
  "a data function that fails throws %s, which `instanceof` recognises",
  async (name, attempt, fields) => {
    const error = await thrownBy(attempt);
    expect(error).toBeInstanceOf(lumenone[name]);
    expect(error).toMatchObject({ name, ...fields });
    const others = cases.filter(([other]) => other !== name).map(([other]) => lumenone[other]);
    expect(others.filter((other) => error instanceof other)).toEqual([]);
  },
);

test("without settings, a data function throws a SettingsError that names the first missing one", async () => {
  const { LUMENONE_BASE_URL: before } = process.env;
  delete process.env["LUMENONE_BASE_URL"];
  const error = await thrownBy(() => lumenone.getAccounts());
  if (before !== undefined) process.env["LUMENONE_BASE_URL"] = before;
  expect(error).toBeInstanceOf(lumenone.SettingsError);
  expect(error).toMatchObject({ setting: "baseUrl" });
});

test("pulumi-lumenone and pulumi-lumenone/client export the same error classes", () => {
  const errorsOf = (entry: object) =>
    Object.entries(entry).filter(([, value]) => (value as { prototype?: unknown }).prototype instanceof Error);
  expect(Object.fromEntries(errorsOf(lumenone))).toEqual(Object.fromEntries(errorsOf(client)));
  expect(
    errorsOf(lumenone)
      .map(([name]) => name)
      .sort(),
  ).toEqual(cases.map(([name]) => name).sort());
});
