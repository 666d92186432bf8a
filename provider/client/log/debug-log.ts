import { oneLine } from "../response/response-text";
import { redact } from "./redact";

/**
 * Writes one line to standard error when `LUMENONE_LOG=debug`: never a body, never a header of a request.
 * @param secrets what must not be shown, wherever it stands
 */
export function debugLog(secrets: readonly string[], line: () => string): void {
  if (process.env["LUMENONE_LOG"] !== "debug") return;
  process.stderr.write(`lumenone: ${oneLine(redact(line(), secrets), 500)}\n`);
}
