/** Writes one line to standard error when `LUMENONE_LOG=debug`. The caller gives nothing secret. */
export function debugLog(line: () => string): void {
  if (process.env["LUMENONE_LOG"] === "debug") process.stderr.write(`lumenone: ${line()}\n`);
}
