import { operationOf } from "../../../provider/client/contract/contract";
import { requestFor } from "../../../provider/client/request/request";
import { abortedFailure } from "../../../provider/client/send/attempt";
import { settingsFrom } from "../../../provider/client/settings";

const values: Record<string, string> = { "lumenone:apiKey": "key", "lumenone:baseUrl": "https://lumenone.example.com" };
const settings = settingsFrom((key) => values[key], {});
const write = requestFor(settings, operationOf("createAccount"), {}, { name: "Acme" }, { accountId: null });
const read = requestFor(settings, operationOf("listAccounts"), {}, undefined, { accountId: null });

test.each([
  ["a write that was sent has an unknown outcome", write, true, true],
  ["a write that was not sent was not carried out", write, false, false],
  ["a read changes nothing", read, true, false],
])("of calls that their signal ends, %s", (_what, request, sent, outcomeUnknown) => {
  expect(abortedFailure(request, sent, AbortSignal.abort())).toMatchObject({ reason: "aborted", outcomeUnknown });
});

test.each([
  ["of a time limit", new DOMException("The operation was aborted", "TimeoutError"), "its time was over"],
  ["of AbortController.abort()", new DOMException("This operation was aborted", "AbortError"), "the caller ended it"],
  ["with an error of its own", new Error("the engine stopped"), "the engine stopped"],
  ["with a value that is not an error", "stop", "the caller ended it"],
])("a signal %s is reported as that", (_what, reason, responseText) => {
  expect(abortedFailure(write, true, AbortSignal.abort(reason))).toMatchObject({ responseText });
});
