import { type ConnectionFault } from "../../errors/api-failure";

interface Cause {
  readonly message?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly cause?: unknown;
}

/** Steps before the first byte of a request: LumenOne has seen nothing of it. */
const beforeSending = ["connect", "getaddrinfo", "queryA", "queryAaaa"];
const neverSent = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
const certificate = /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** Codes of a response that breaks HTTP or its own compression. */
const unreadable = /^(?:HPE_|Z_|ERR_ZLIB|ERR_BROTLI|ERR__ERROR_FORMAT)/;

/** The connection failed. Holds nothing of the request: what axios throws holds all of it, the key too. */
export class SendError extends Error {
  readonly code: string;
  readonly fault: ConnectionFault;
  /** Whether the request can have reached LumenOne. */
  readonly sent: boolean;
  /** The response was larger than is read. */
  readonly tooLarge: boolean;
  /** A response came that cannot be read. */
  readonly garbled: boolean;

  constructor(thrown: unknown) {
    const outer = (thrown ?? {}) as Cause;
    const inner = (outer.cause ?? outer) as Cause;
    const code = inner.code ?? outer.code ?? "";
    const message = inner.message || outer.message || "the connection failed";
    super(code === "" || message.includes(code) ? message : `${message} (${code})`);
    this.name = "SendError";
    this.code = code;
    const early = beforeSending.includes(inner.syscall ?? "") || /before secure TLS connection/.test(message);
    this.sent = !(early || neverSent.includes(code) || certificate.test(code));
    this.fault = faultOf(code);
    this.tooLarge = message.includes("maxContentLength");
    this.garbled = unreadable.test(code);
  }
}

function faultOf(code: string): ConnectionFault {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "unknownHost";
  if (code === "ECONNREFUSED") return "refused";
  return certificate.test(code) ? "certificate" : "broken";
}
