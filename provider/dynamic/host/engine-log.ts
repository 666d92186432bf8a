import * as pulumi from "@pulumi/pulumi";
import { type MessageKind } from "../../lifecycle/process/context";

let connected = false;

/** The host process gets the engine's address as its first argument, but does not hand it to the SDK's log. */
function connect(): void {
  if (connected) return;
  connected = true;
  const address = process.argv[2];
  if (address !== undefined) pulumi.runtime.resetOptions("", "", -1, address, "", false, "");
}

/** Shows a line of a host process as the engine's own. Resolves when it is delivered. */
export function log(kind: MessageKind, message: string): Promise<void> {
  connect();
  return kind === "status" ? pulumi.log.info(message, undefined, undefined, true) : pulumi.log[kind](message);
}
