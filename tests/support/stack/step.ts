import { type EngineEvent, type EventMetadata, type EventState } from "./engine-events";

/** One thing the engine did, or in a preview would do, to one resource. */
export interface Step {
  /** `same`, `create`, `update`, `delete`, `replace`, `create-replacement`, `delete-replaced`, `read`, `import`, ... */
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly outcome: "done" | "failed" | "unfinished";
  /** Property paths that differ. */
  readonly diffs: readonly string[];
  /** Properties for which the resource is replaced. */
  readonly keys: readonly string[];
  /** Kind of difference by property path: `add`, `update`, `delete`, each also with `-replace`. */
  readonly detailedDiff: Readonly<Record<string, string>>;
  readonly old?: EventState;
  readonly new?: EventState;
}

/** The steps of a run, in the order in which they began. */
export function stepsOf(events: readonly EngineEvent[]): Step[] {
  const steps: { metadata: EventMetadata; outcome: Step["outcome"] }[] = [];
  for (const event of events) {
    if (event.resourcePreEvent) steps.push({ metadata: event.resourcePreEvent.metadata, outcome: "unfinished" });
    const ended = event.resOutputsEvent?.metadata ?? event.resOpFailedEvent?.metadata;
    if (!ended) continue;
    const step = steps.find(
      ({ outcome, metadata: { urn, op } }) =>
        // A refresh begins as one and ends as what it found: same, update or delete.
        outcome === "unfinished" && urn === ended.urn && (op === ended.op || op === "refresh"),
    );
    if (!step) continue;
    step.metadata = ended;
    step.outcome = event.resOutputsEvent ? "done" : "failed";
  }
  return steps.map(({ metadata, outcome }) => toStep(metadata, outcome));
}

function toStep(metadata: EventMetadata, outcome: Step["outcome"]): Step {
  const detailed = Object.entries(metadata.detailedDiff ?? {}).map(([path, diff]) => [path, diff.diffKind] as const);
  return {
    op: metadata.op,
    urn: metadata.urn,
    type: metadata.type,
    name: metadata.urn.slice(metadata.urn.lastIndexOf("::") + 2),
    outcome,
    diffs: detailed.length > 0 ? detailed.map(([path]) => path) : (metadata.diffs ?? []),
    keys: metadata.keys ?? [],
    detailedDiff: Object.fromEntries(detailed),
    ...(metadata.old ? { old: metadata.old } : {}),
    ...(metadata.new ? { new: metadata.new } : {}),
  };
}
