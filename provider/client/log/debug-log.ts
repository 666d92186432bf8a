import { oneLine } from "../response/response-text";
import { redact } from "./redact";

let write = (line: string): void => void process.stderr.write(`${line}\n`);

/** Sends the lines elsewhere: Pulumi does not show what a plugin writes to standard error. */
export function writeDebugLogTo(sink: (line: string) => void): void {
  write = sink;
}

/**
 * Writes one line to standard error when `LUMENONE_LOG=debug`: never a body, never a header of a request.
 * @param secrets texts that no line may show
 */
export function debugLog(secrets: readonly string[], line: () => string): void {
  if (process.env["LUMENONE_LOG"] !== "debug") return;
  write(`lumenone: ${oneLine(redact(line(), secrets), 500)}`);
}
