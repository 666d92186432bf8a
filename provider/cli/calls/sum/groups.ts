import { byCodeUnits } from "../../by-code-units";
import { type ReadCall } from "../read/read-calls";
import { type TimeZone } from "../read/time-zone";
import { Sum } from "./sum";

/** The groupings of calls. */
export const groupings = ["day", "organization", "workspace", "assistant"] as const;
export type Grouping = (typeof groupings)[number];

/** The key of a group, as scripts get it. Null means unknown. */
export type Key = Readonly<Record<string, string | number | null>>;

/** Calls that belong together. */
export interface Group {
  readonly key: Key;
  /** For a person. */
  readonly name: string;
  readonly sum: Sum;
}

/** The key of the group that a call belongs to. @param zone whose days are meant */
export function keyOf(by: Grouping, call: ReadCall, zone: TimeZone): Key {
  if (by === "day") return { day: Number.isNaN(call.at) ? null : zone.dayOf(call.at) };
  if (by === "assistant") return { assistant: call.assistant ?? null };
  const { workspace, workspaceId = null } = call;
  const organization = workspace?.names.organization ?? null;
  if (by === "organization") return { organization };
  const known = { organization, workspace: workspace?.names.workspace ?? null };
  return workspace === undefined ? { ...known, workspaceId } : known;
}

/** Groups of calls. */
export class Groups {
  private readonly groups = new Map<string, Group>();

  /** The sum of the group with this key, which is added where it is new. */
  sumOf(key: Key): Sum {
    const id = JSON.stringify(key);
    let group = this.groups.get(id);
    if (group === undefined) this.groups.set(id, (group = { key, name: nameOf(key), sum: new Sum() }));
    return group.sum;
  }

  /** Days in their order, others the highest cost first. */
  sorted(): Group[] {
    const byCost = (one: Group, other: Group) => ("day" in one.key ? 0 : other.sum.cost.cmp(one.sum.cost));
    return [...this.groups.values()].sort((one, other) => byCost(one, other) || byCodeUnits(one.name, other.name));
  }
}

function nameOf({ day, organization, workspace, workspaceId, assistant }: Key): string {
  if (day !== undefined) return day === null ? "(no date)" : String(day);
  if (assistant !== undefined) return assistant === null ? "(no assistant)" : String(assistant);
  if (workspace === undefined) return organization === null ? "(not known)" : String(organization);
  if (workspace !== null) return `${organization}/${workspace}`;
  return workspaceId === null ? "(no workspace)" : `(workspace ${workspaceId}, not known)`;
}
