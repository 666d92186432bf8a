import * as fs from "node:fs";

/** A resource as an event shows it. A secret is an envelope whose text is `[secret]`. */
export interface EventState {
  readonly id?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly protect?: boolean;
  readonly parent?: string;
  readonly initErrors?: string[];
}

/** What an event says of the step it belongs to. */
export interface EventMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly old?: EventState | null;
  readonly new?: EventState | null;
  readonly keys?: string[];
  readonly diffs?: string[];
  readonly detailedDiff?: Record<string, { readonly diffKind: string; readonly inputDiff: boolean }> | null;
}

/** One line of the engine's event log; the fields that the harness reads. */
export interface EngineEvent {
  readonly sequence: number;
  readonly timestamp: number;
  readonly resourcePreEvent?: { readonly metadata: EventMetadata; readonly planning?: boolean };
  readonly resOutputsEvent?: { readonly metadata: EventMetadata; readonly planning?: boolean };
  readonly resOpFailedEvent?: { readonly metadata: EventMetadata };
  readonly diagnosticEvent?: {
    readonly urn?: string;
    readonly prefix?: string;
    readonly message: string;
    readonly severity: string;
    readonly ephemeral?: boolean;
  };
  readonly summaryEvent?: { readonly resourceChanges?: Record<string, number>; readonly isPreview: boolean };
}

/**
 * Reads an event log. Left out are the SDK's events for debugging, which repeat every input and which the CLI shows
 * nowhere, and the last line of a CLI that was killed, which is unfinished.
 */
export function readEngineEvents(file: string): EngineEvent[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line): EngineEvent[] => {
    try {
      const event = JSON.parse(line) as EngineEvent;
      return event.diagnosticEvent?.severity === "debug" ? [] : [event];
    } catch {
      return [];
    }
  });
}
