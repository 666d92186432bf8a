import { SendError } from "../../../provider/client/send/send-error";

/** What axios throws: the failure of the connection is its cause. */
const thrown = (code: string, message: string, syscall?: string) =>
  Object.assign(new Error("axios"), { cause: Object.assign(new Error(message), { code, syscall }) });

test.each([
  ["ENOTFOUND", "getaddrinfo ENOTFOUND h", "getaddrinfo", "unknownHost"],
  ["EAI_AGAIN", "getaddrinfo EAI_AGAIN h", "getaddrinfo", "unknownHost"],
  ["ENOTFOUND", "no such host", undefined, "unknownHost"],
  ["EAI_AGAIN", "no name server", undefined, "unknownHost"],
  ["ECONNREFUSED", "connect ECONNREFUSED", "connect", "refused"],
  ["ECONNREFUSED", "nobody listens", undefined, "refused"],
  ["ETIMEDOUT", "connect ETIMEDOUT", "connect", "broken"],
  [
    "ECONNRESET",
    "Client network socket disconnected before secure TLS connection was established",
    undefined,
    "broken",
  ],
  ["CERT_HAS_EXPIRED", "certificate has expired", undefined, "certificate"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain", undefined, "certificate"],
])("a connection that fails with %s (%s) has sent nothing", (code, message, syscall, fault) => {
  expect(new SendError(thrown(code, message, syscall))).toMatchObject({ code, fault, sent: false });
});

test.each([
  ["ECONNRESET", "read ECONNRESET", "read"],
  ["EPIPE", "write EPIPE", "write"],
  ["", "socket hang up", undefined],
])("a connection that breaks with %s (%s) may have sent the request", (code, message, syscall) => {
  expect(new SendError(thrown(code, message, syscall))).toMatchObject({ fault: "broken", sent: true, garbled: false });
});

test("a response that breaks HTTP, or its compression, cannot be read", () => {
  for (const code of ["HPE_INVALID_CHUNK_SIZE", "Z_DATA_ERROR"]) {
    expect(new SendError(thrown(code, "broken"))).toMatchObject({ garbled: true, sent: true });
  }
});

test.each<[thrown: unknown, message: string]>([
  [thrown("EPIPE", "write EPIPE"), "write EPIPE"],
  [thrown("EPIPE", "the pipe broke"), "the pipe broke (EPIPE)"],
  [thrown("", "socket hang up"), "socket hang up"],
  [Object.assign(new Error("aborted"), { code: "ECONNABORTED" }), "aborted (ECONNABORTED)"],
  [undefined, "the connection failed"],
])("its message names the code once", (given, message) => {
  expect(new SendError(given).message).toBe(message);
});
