import { type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { type Random } from "../seeded";

/** A whole response of LumenOne's. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request, and what a gateway can respond with. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** Undefined where the request did not reach LumenOne. */
  readonly reply: Reply | undefined;
  /** The JSON of earlier responses: of the same operation about another path, and of any other operation. */
  readonly sameKind: readonly unknown[];
  readonly otherKinds: readonly unknown[];
  readonly response: ServerResponse;
  readonly random: Random;
}

/** One kind of wrong response. */
export interface WrongResponse {
  readonly name: string;
  /** Made of LumenOne's own response, so the request always reaches it. Default: the outage decides. */
  readonly ofReply?: boolean;
  /** The request never reaches LumenOne. */
  readonly unsent?: boolean;
  /** It looks like a true response, so a command that reads it once cannot notice what is missing. */
  readonly plausible?: boolean;
  readonly respond: (exchange: Exchange) => void;
}
