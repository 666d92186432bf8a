import type { CallLog, Entities, Kind, NumberRequest, PhoneNumber } from "./entities";
import { isObject } from "./json";
import { naturalKey } from "./store/names";
import { removeWithChildren } from "./store/remove-with-children";
import type { SeedEntities } from "./store/seed";
import { addTo, kinds } from "./store/state";
import type { Store } from "./store/store";

/**
 * What happens without the API: LumenOne's staff approve a number, a customer calls, a colleague changes something in the
 * web interface. All of it takes effect at once.
 */
export class Backstage {
  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {}

  /** Staff approve a number request. It has no number yet. */
  approveNumberRequest(id: number): NumberRequest {
    return this.change("numberRequests", id, { status: "approved" });
  }

  rejectNumberRequest(id: number): NumberRequest {
    return this.change("numberRequests", id, { status: "rejected" });
  }

  /**
   * Staff buy the requested number.
   *
   * @example
   * ```ts
   * const { id, number } = simulator.person.fulfilNumberRequest(1);
   * ```
   */
  fulfilNumberRequest(id: number, number?: string): PhoneNumber {
    const { organizationId, country, numberType } = this.get("numberRequests", id);
    const bought = this.add("numbers", { organizationId, country, numberType, ...(number && { number }) });
    this.change("numberRequests", id, { status: "fulfilled", numberId: bought.id });
    return bought;
  }

  /** A customer completes the WhatsApp onboarding of a workspace. A token must have been minted. */
  finishWhatsApp(workspace: string): void {
    const { id } = this.get("workspaces", workspace);
    const minted = this.store.find("whatsAppConnections", (one) => one.workspaceId === id && !one.connected);
    if (!minted) throw new Error(`lumenone-simulator: no WhatsApp token was minted for ${workspace}`);
    this.store.update("whatsAppConnections", minted, { connected: true });
  }

  /**
   * A customer calls the assistant of a workspace. The call adds a call log.
   *
   * @example
   * ```ts
   * simulator.person.phoneCall("support", { durationSeconds: 90 });
   * ```
   */
  phoneCall(workspace: string, log: Partial<CallLog> = {}): CallLog {
    const { id: workspaceId } = this.get("workspaces", workspace);
    return this.add("callLogs", { workspaceId, ...log });
  }

  /** Adds an entity. Fields that are omitted get the defaults of a seed. */
  add<K extends Kind>(kind: K, entity: SeedEntities[K]): Entities[K] {
    mustBeKind(kind);
    if (kind !== "apiKeys") mustBeObject(entity, `the entity`);
    return addTo(this.store, kind, entity, new Date(this.clock()).toISOString());
  }

  /**
   * Changes an entity without validation. It is named by its id, an original slug, `organization/name` (tool, folder),
   * `workspace/tool`, a docpath or `workspace/docpath`.
   *
   * @example
   * ```ts
   * simulator.person.change("workspaces", "support", { topN: 9 });
   * ```
   */
  change<K extends Kind>(kind: K, id: number | string, patch: Partial<Entities[K]>): Entities[K] {
    const found = this.get(kind, id);
    mustBeObject(patch, "the change");
    return this.store.update(kind, found, patch);
  }

  /** Removes an entity with everything in it. It is named as in `change`. */
  remove(kind: Kind, id: number | string): void {
    removeWithChildren(this.store, kind, this.get(kind, id));
  }

  private get<K extends Kind>(kind: K, id: number | string): Entities[K] {
    mustBeKind(kind);
    if (typeof id !== "number" && typeof id !== "string") {
      throw new Error(`lumenone-simulator: name one of the ${kind}: give its id or its name`);
    }
    const hasId = (entity: Entities[K]): boolean => "id" in entity && String(entity.id) === String(id);
    const isCalled = (entity: Entities[K]): boolean => naturalKey(this.store, kind, entity) === id;
    const found = this.store.find(kind, hasId) ?? this.store.find(kind, isCalled);
    if (!found) throw new Error(`lumenone-simulator: ${id} is not among the ${kind}`);
    return found;
  }
}

/** Arguments also arrive over HTTP, where their types are not checked. */
function mustBeKind(kind: unknown): void {
  if ((kinds as readonly unknown[]).includes(kind)) return;
  throw new Error(`lumenone-simulator: ${JSON.stringify(kind)} is not a kind; known are ${kinds.join(", ")}`);
}

function mustBeObject(value: unknown, what: string): void {
  if (!isObject(value)) throw new Error(`lumenone-simulator: ${what} must be an object of its fields`);
}
