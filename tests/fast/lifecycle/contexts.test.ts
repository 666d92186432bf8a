import { setTimeout as wait } from "node:timers/promises";
import { definitionOf } from "../../../provider/definitions/registry";
import { type Api, type ApiRequest } from "../../../provider/lifecycle/process/api";
import { Session } from "../../../provider/lifecycle/process/session";
import { sharedContext } from "../../../provider/lifecycle/process/shared-context";
import { stepContext } from "../../../provider/lifecycle/process/step-context";
import { stepLimit } from "../../../provider/lifecycle/process/step-limit";
import { noticing } from "../../../provider/lifecycle/process/waiting-notice";
import { memoryContext } from "../../support/memory-context";
import { InstantClock } from "../../support/test-clock";

/** An API that takes some time, and what it was given. */
function slowApi(milliseconds = 0) {
  const requests: ApiRequest[] = [];
  const one = async (_operationId: string, request: ApiRequest) => {
    requests.push(request);
    await wait(milliseconds);
    return {};
  };
  const api: Api = { origin: undefined, one, list: () => Promise.resolve([]) };
  return { api, requests };
}

test("a step ends its own calls with its signal, and shows its messages through the log", async () => {
  const { api, requests } = slowApi();
  const { signal } = new AbortController();
  const shown: string[] = [];
  const pending: Promise<void>[] = [];
  const log = (kind: string, message: string) => Promise.resolve(void shown.push(`${kind}: ${message}`));
  const { api: _api, ...base } = memoryContext();
  const context = stepContext({ ...base, api }, { log, pending, signal });
  await context.api.one("getWorkspace", {});
  await context.sharedApi?.one("getWorkspace", {});
  expect(requests.map((request) => request.signal)).toEqual([signal, undefined]);
  context.warn("careful");
  context.info("good to know");
  expect([shown, pending.length]).toEqual([["warn: careful", "info: good to know"], 2]);
});

test("work that steps share ends with the process, and not with the step that began it", () => {
  const { signal } = new AbortController();
  const { signal: ending } = new AbortController();
  const { api: sharedApi } = slowApi();
  const step = memoryContext({ signal, sharedApi, session: new Session(new InstantClock(), ending) });
  expect(sharedContext(step)).toMatchObject({ api: sharedApi, signal: ending });
  expect("signal" in sharedContext(memoryContext({ signal }))).toBe(false);
});

test("of calls that take long at the same time one is reported, and none after its end", async () => {
  const messages: string[] = [];
  const api = noticing(slowApi(150).api, (message) => messages.push(message), 100);
  await Promise.all([api.one("getWorkspace", {}), api.one("getOrganization", {})]);
  await wait(150);
  expect(messages).toEqual(["Waiting for LumenOne: getWorkspace has taken 0 s so far, retries and pauses included."]);
});

test("a step ends 15 seconds before Pulumi's own limit of 5 or 20 minutes", () => {
  expect([stepLimit(definitionOf("Workspace")), stepLimit(definitionOf("DocumentEmbedding"))]).toEqual([
    285_000, 1_185_000,
  ]);
});

test("of two unconfirmed resources that look alike, the objects that existed before both are kept", () => {
  const session = new Session(new InstantClock());
  session.noteUnconfirmed("turn", ["a", "b"]);
  session.noteUnconfirmed("turn", ["b", "c"]);
  expect(session.unconfirmedBefore("turn")).toEqual(["b"]);
});
