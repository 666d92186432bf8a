import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Values } from "../state/values";

/** The one resource of the program that manages an object. */
type Holder =
  | { readonly by: "create"; readonly inputs: Values; readonly mark: string | undefined }
  | { readonly by: "state"; readonly changedTo: Values | undefined; readonly mark: string | undefined }
  | { readonly by: "refresh" };

/**
 * Which resource has which object, as far as this process has seen. Steps do not know their resource, so a mark in the
 * state distinguishes two with the same object: every resource that took an object which may have existed before (an edge,
 * an adoption) has a mark of its own, all others have none.
 */
export class Holders {
  private readonly held = new Map<string, Holder>();
  private readonly refreshed = new Map<string, number>();

  /**
   * A create takes an object, or a name that LumenOne has only once. Taking again what it has changes nothing.
   * @param marked the object may have been there before
   * @returns false when another resource has it
   */
  take(key: string, inputs: Values, marked = false): boolean {
    const holder = this.held.get(key);
    if (holder?.by === "create") return holder.inputs === inputs;
    if (holder && !isReplacement(holder, inputs)) return false;
    this.held.set(key, { by: "create", inputs, mark: marked ? randomBytes(4).toString("hex") : undefined });
    return true;
  }

  /** The mark for the state, from the create that took this object. */
  markOf(key: string): string | undefined {
    const holder = this.held.get(key);
    return holder?.by === "create" ? holder.mark : undefined;
  }

  /** A create failed, and has nothing. */
  release(key: string): void {
    this.held.delete(key);
  }

  /**
   * A diff shows that the program still declares a resource of the state.
   * @param changedTo its inputs, when they are not what the state has
   * @returns false when another resource has the object
   */
  declare(key: string, mark: string | undefined, changedTo: Values | undefined): boolean {
    const holder = this.held.get(key);
    if (holder && holder.by !== "refresh" && holder.mark !== mark) return false;
    if (holder?.by !== "create") this.held.set(key, { by: "state", changedTo, mark });
    return true;
  }

  /** The engine compares the result of a refresh by a diff, which does not show the program. */
  noteRefreshed(key: string): void {
    this.refreshed.set(key, (this.refreshed.get(key) ?? 0) + 1);
  }

  /** Whether the next diff is that of a refresh: called once for each diff. */
  isOfRefresh(key: string): boolean {
    const left = this.refreshed.get(key) ?? 0;
    if (left > 0) this.refreshed.set(key, left - 1);
    return left > 0;
  }

  /** A refresh found the object of a resource that had no id yet. @returns false when another resource has it */
  find(key: string): boolean {
    if (this.held.has(key)) return false;
    this.held.set(key, { by: "refresh" });
    return true;
  }

  isHeld(key: string): boolean {
    return this.held.has(key);
  }

  /**
   * Who keeps an object when a resource in the state that manages it is deleted: a create of this process (mostly its
   * replacement), or another resource in the state. Of two without a mark, the one that the program still declares
   * unchanged keeps it: it would not be deleted.
   */
  heir(key: string, mark: string | undefined): "create" | "state" | undefined {
    const holder = this.held.get(key);
    if (holder?.by === "create") return holder.mark === undefined ? undefined : "create";
    if (holder?.by !== "state") return undefined;
    return holder.mark !== mark || holder.changedTo === undefined ? "state" : undefined;
  }
}

/** The engine may replace what our diff would update (`replaceOnChanges`): then the create gets what the diff got. */
function isReplacement(holder: Holder, inputs: Values): boolean {
  return holder.by === "state" && isDeepStrictEqual(holder.changedTo, inputs);
}
