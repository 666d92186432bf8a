import { type EngineEvent } from "@pulumi/pulumi/automation";
import { oneLine } from "../../../tenant/file/describe-problem";
import { type Progress } from "../task";
import { type PlannedStep } from "./loss";

/** What the engine reports while it works on one stack. */
export class EngineReport {
  /** Steps in their order, planned ones and done ones. */
  readonly steps: PlannedStep[] = [];
  /** Number of resources by action, done or planned. */
  changes: Readonly<Record<string, number>> = {};
  /** Errors, each with the resource that it is about. */
  diagnostics: string[] = [];
  private done = 0;

  constructor(private readonly onProgress: (progress: Progress) => void) {}

  readonly onEvent = ({ resourcePreEvent, resOutputsEvent, diagnosticEvent, summaryEvent }: EngineEvent): void => {
    if (resourcePreEvent) this.steps.push(resourcePreEvent.metadata);
    if (resOutputsEvent) this.onProgress({ done: ++this.done });
    if (summaryEvent) this.changes = { ...summaryEvent.resourceChanges };
    const text = diagnosticEvent?.message.replace(/<\{%[^%]*%\}>/g, "").trim();
    if (!diagnosticEvent || !text) return;
    if (diagnosticEvent.ephemeral) this.onProgress({ done: this.done, status: oneLine(text) });
    // The engine's own closing line says nothing about the cause.
    if (diagnosticEvent.severity === "error" && !/^(?:update|preview|refresh) failed$/.test(text)) {
      this.diagnostics.push(`${resourceIn(diagnosticEvent.urn)}${text}`);
    }
  };
}

function resourceIn(urn: string | undefined): string {
  const name = urn?.slice(urn.lastIndexOf("::") + 2);
  const kind = /lumenone:(?:index:)?(\w+)::/.exec(urn ?? "")?.[1];
  return name === undefined || kind === undefined ? "" : `${kind} ${name}: `;
}
