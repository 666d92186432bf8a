import { type CallOptions } from "../../client/call-options";
import { type Client } from "../../client/client";

/** What a data function asks LumenOne, without Pulumi: both hosts and programs call it. */
export interface Ask<Args, Result> {
  (client: Client, args: Args, request: CallOptions): Promise<Result>;
  /** Whether the result is secret. Default: false. */
  secret?: boolean;
}
