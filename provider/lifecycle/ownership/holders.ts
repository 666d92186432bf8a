import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Values } from "../state/values";

/** The one resource of the program that stands for an object. */
type Holder =
  | { readonly by: "create"; readonly inputs: Values; readonly mark: string | undefined }
  | { readonly by: "state"; readonly changedTo: Values | undefined; readonly mark: string | undefined }
  | { readonly by: "refresh" };

/**
 * Who has which object, as far as this process has seen it. Steps do not know which resource they are for, so what
 * distinguishes two with the same object is a mark that the state keeps: every resource that took an object which may have
 * been there before (an edge, an adoption) has one of its own, all others have none.
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

  /** What the state is to keep of the create that took this object. */
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

  /** The engine compares what a refresh has read, by a diff of its own. It says nothing of the program. */
  noteRefreshed(key: string): void {
    this.refreshed.set(key, (this.refreshed.get(key) ?? 0) + 1);
  }

  /** Whether the diff that comes now is that of a refresh: asked once for each diff. */
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
   * Who an object has to be left to when a resource of the state that stands for it is deleted: a create of this process
   * (its replacement, mostly), or another resource of the state. Of two without a mark the one that the program still
   * declares unchanged is the other: it would not be deleted.
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
