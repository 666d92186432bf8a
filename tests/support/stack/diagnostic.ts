import { type EngineEvent } from "./engine-events";

/** A message of a run to its user. */
export interface Diagnostic {
  readonly severity: "info" | "info#err" | "warning" | "error";
  /** Without colours, prefix and the last line break. */
  readonly message: string;
  /** Of the resource it is about; absent or the stack's for the rest. */
  readonly urn?: string;
}

/** The lasting diagnostics of a run. */
export function diagnosticsOf(events: readonly EngineEvent[]): Diagnostic[] {
  return events.flatMap(({ diagnosticEvent: event }): Diagnostic[] =>
    !event || event.ephemeral
      ? []
      : [
          {
            severity: event.severity as Diagnostic["severity"],
            message: plain(event.message).trimEnd(),
            ...(event.urn ? { urn: event.urn } : {}),
          },
        ],
  );
}

/** Without the engine's colour marks and those of a terminal. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/<\{%.*?%\}>/g, "").replace(/\u001b\[[0-9;]*m/g, "");
}
