import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Client, clientFrom } from "../../../provider/client/client";
import { settingsFrom } from "../../../provider/client/settings";
import { ApiError } from "../../../provider/errors/api-error";
import { InstantClock } from "../../support/test-clock";

let simulator: Simulator;
let clock: InstantClock;
let client: Client;

const seed = { organizations: [{ name: "Acme" }], workspaces: [{ organization: "acme", name: "Support" }] };

function clientWith(config: Record<string, string> = {}, itsClock = new InstantClock()): Client {
  const given: Record<string, string> = {
    apiKey: simulator.apiKey,
    baseUrl: simulator.url,
    accountId: simulator.accountId,
    ...config,
  };
  clock = itsClock;
  return clientFrom(
    settingsFrom((key) => given[key.replace("lumenone:", "")], {}),
    clock,
  );
}

beforeAll(async () => {
  simulator = await createSimulator({ seed });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset(seed);
  client = clientWith();
});

const failure = (call: Promise<unknown>): Promise<ApiError> =>
  call.then(
    () => Promise.reject(new Error("it should have failed")),
    (error: unknown) => (error instanceof ApiError ? error : Promise.reject(error as Error)),
  );

type FaultOf = Omit<Parameters<Simulator["faults"]["add"]>[0], "operationId">;
type Expected = "ok" | [reason: string, outcomeUnknown: boolean];

const table: [
  what: string,
  fault: FaultOf,
  read: [Expected, requests: number],
  create: [Expected, requests: number],
][] = [
  ["400", { kind: "status", status: 400 }, [["badRequest", false], 1], [["badRequest", false], 1]],
  ["401", { kind: "status", status: 401 }, [["forbidden", false], 1], [["forbidden", false], 1]],
  ["403", { kind: "status", status: 403 }, [["forbidden", false], 1], [["forbidden", false], 1]],
  ["404", { kind: "status", status: 404 }, [["notFound", false], 1], [["notFound", false], 1]],
  ["409", { kind: "status", status: 409 }, [["conflict", false], 1], [["conflict", false], 1]],
  ["429", { kind: "status", status: 429 }, ["ok", 2], ["ok", 2]],
  ["500", { kind: "status", status: 500 }, [["serverError", false], 1], [["serverError", true], 1]],
  ["502", { kind: "html" }, ["ok", 2], [["serverError", true], 1]],
  ["503", { kind: "status", status: 503 }, ["ok", 2], [["serverError", true], 1]],
  ["a reset before", { kind: "resetBefore" }, ["ok", 2], [["noAnswer", true], 1]],
  ["a reset after", { kind: "resetAfter" }, ["ok", 2], [["noAnswer", true], 1]],
  ["a reset in the middle", { kind: "aborted" }, ["ok", 2], [["noAnswer", true], 1]],
  ["half a JSON", { kind: "truncated" }, ["ok", 2], [["garbled", true], 1]],
  ["HTML with 200", { kind: "html", status: 200 }, ["ok", 2], [["garbled", true], 1]],
  ["plain words", { kind: "text" }, ["ok", 2], [["garbled", true], 1]],
  ["a redirect", { kind: "redirect" }, [["redirected", false], 1], [["redirected", false], 1]],
  ["no envelope", { kind: "bare" }, ["ok", 1], ["ok", 1]],
  ["a list of one", { kind: "array" }, ["ok", 1], ["ok", 1]],
];

const outcome = (call: Promise<unknown>) =>
  call.then(
    (): Expected => "ok",
    (error: ApiError): Expected => [error.reason, error.outcomeUnknown],
  );

test.each(table)("%s", async (_what, fault, read, create) => {
  simulator.faults.add({ ...fault, operationId: "getWorkspace" });
  simulator.faults.add({ ...fault, operationId: "createWorkspace" });
  expect([await outcome(client.getWorkspace({ slug: "support" })), simulator.journal.count("getWorkspace")]).toEqual(
    read,
  );
  const made = client.createWorkspace({ orgSlug: "acme" }, { name: "Sales" });
  expect([await outcome(made), simulator.journal.count("createWorkspace")]).toEqual(create);
});

test("a write that may be repeated is sent again, and a response of plain text is enough", async () => {
  simulator.faults.add({ operationId: "updateWorkspace", kind: "resetAfter" });
  simulator.faults.add({ operationId: "updateWorkspace", kind: "text", when: "after" });
  await expect(client.updateWorkspace({ slug: "support" }, { topN: 7 })).resolves.toEqual({});
  expect(simulator.journal.count("updateWorkspace")).toBe(2);
  await expect(client.getWorkspace({ slug: "support" })).resolves.toMatchObject({ topN: 7 });
});

test("a refusal after a lost response leaves the outcome unknown", async () => {
  simulator.faults.add({ operationId: "updateWorkspace", kind: "resetAfter" });
  simulator.faults.add({ operationId: "updateWorkspace", kind: "status", status: 400 });
  const error = await failure(client.updateWorkspace({ slug: "support" }, { topN: 7 }));
  expect(error).toMatchObject({ reason: "badRequest", outcomeUnknown: true });
});

test("a call that always returns 503 is sent 6 times, with waits that double", async () => {
  simulator.faults.add({ kind: "status", status: 503, times: Infinity });
  await failure(client.verifyApiKey());
  expect(simulator.journal.length).toBe(6);
  expect(clock.waits).toEqual([500, 1000, 2000, 4000, 8000]);
});

test("a call that has to wait 50 s each time is sent twice: it ends within 90 seconds", async () => {
  const headers = { "retry-after": "50" };
  simulator.faults.add({ kind: "status", status: 429, headers, times: Infinity });
  const error = await failure(client.verifyApiKey());
  expect(error).toMatchObject({ reason: "rateLimited", outcomeUnknown: false });
  expect(simulator.journal.length).toBe(2);
});

test("the error of a call without a response in time names the setting", async () => {
  simulator.faults.add({ kind: "stall" });
  const error = await failure(clientWith({ timeoutSeconds: "0.1", maxRetries: "0" }).verifyApiKey());
  expect(error.message).toMatch(/no complete response within 0\.1 s.*lumenone:timeoutSeconds/);
  expect(error).toMatchObject({ reason: "noAnswer", outcomeUnknown: false, operationId: "verifyApiKey" });
});

test("an operation that may take minutes gets 15 times the time of others", async () => {
  simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "stall" });
  const client = clientWith({ timeoutSeconds: "0.1", maxRetries: "0" });
  const error = await failure(client.updateWorkspaceEmbeddings({ slug: "support" }, { adds: [], deletes: [] }));
  expect(error.message).toMatch(/no complete response within 1\.5 s/);
});

test("a call ends with its caller's signal, with an unknown outcome once it was sent", async () => {
  simulator.faults.add({ kind: "stall", times: 2 });
  const stop = new AbortController();
  const call = failure(client.createWorkspace({ orgSlug: "acme" }, { name: "Sales" }, { signal: stop.signal }));
  const early = failure(client.verifyApiKey({}, undefined, { signal: AbortSignal.abort() }));
  expect(await early).toMatchObject({ reason: "aborted", outcomeUnknown: false });
  while (simulator.journal.length === 0) await new Promise(setImmediate);
  stop.abort();
  expect(await call).toMatchObject({ reason: "aborted", outcomeUnknown: true });
});

test("the error of a call to a host where nothing listens names the setting, and the outcome is known", async () => {
  const nobody = clientWith({ baseUrl: "http://127.0.0.1:1" });
  const error = await failure(nobody.createOrganization({}, { name: "Acme" }));
  expect(error).toMatchObject({ reason: "noAnswer", outcomeUnknown: false });
  expect(error.message).toMatch(/ECONNREFUSED.*lumenone:baseUrl/);
  expect(clock.waits.length).toBe(5);
});

test("a missing workspace is not found, in upstream's forms too", async () => {
  for (const mode of [undefined, "upstream"] as const) {
    simulator.reset(mode ? { ...seed, mode } : seed);
    const error = await failure(client.getWorkspace({ slug: "nobody" }));
    expect(error).toMatchObject({ operationId: "getWorkspace", reason: "notFound", path: "/workspace/6e6f626f6479" });
    expect(error.message).toMatch(/GET \/workspace\/6e6f626f6479.*not visible to account [0-9a-f-]{36}/);
  }
});

test("the error of a wrong key names the settings of key and account, and how to change a key", async () => {
  const error = await failure(clientWith({ apiKey: "wrong-key" }).verifyApiKey());
  expect(error).toMatchObject({ reason: "forbidden", status: 403 });
  expect(error.message).toMatch(/lumenone:apiKey.*lumenone:accountId.*before the old one is revoked/);
  expect(error.message).not.toContain("wrong-key");
});

test("two clients of one host and key send at most the lower limit at once", async () => {
  const both = [clientWith({ maxConcurrency: "3" }), clientWith({ maxConcurrency: "8" }, clock)];
  simulator.faults.add({ kind: "slow", ms: 2, times: Infinity });
  await Promise.all(Array.from({ length: 60 }, (_, index) => both[index % 2]!.verifyApiKey()));
  expect(simulator.journal.maxConcurrent()).toBe(3);
});

test("a 429 delays all calls once, by its Retry-After", async () => {
  simulator.faults.add({ kind: "status", status: 429, headers: { "retry-after": "7" } });
  await Promise.all([client.verifyApiKey(), client.verifyApiKey(), client.verifyApiKey()]);
  // Nobody backs off alone: one wait of the limiter's, for all.
  expect(clock.waits).toEqual([7000]);
});

test("an error is one paragraph, without a field that Pulumi takes for an id", async () => {
  simulator.faults.add({
    kind: "status",
    status: 500,
    body: { message: "boom\n\u001b[2J" },
    headers: { "x-request-id": "r-1" },
  });
  const error = await failure(client.createOrganization({}, { name: "Acme" }));
  expect(error.message).toBe(
    'createOrganization (POST /org/new) failed: LumenOne returned 500, "boom [2J" (request id r-1). ' +
      "It may have been carried out all the same. Try again; if it stays, ask LumenOne's support with the request id.",
  );
  expect(error).not.toHaveProperty("id");
});
