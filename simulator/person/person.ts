import type { NumberRequest, PhoneNumber } from "../entities/number";
import type { Entities, Kind } from "../entities/state";
import type { CallLog } from "../entities/voice";
import { addTo } from "../store/make-state";
import { naturalKey } from "../store/natural-key";
import { removeWithChildren } from "../store/remove-with-children";
import type { SeedEntities } from "../store/seed";
import type { Store } from "../store/store";

/**
 * What people do: LumenOne's staff, a customer on the phone, a colleague in the web interface. All of it happens behind
 * the API, and at once.
 */
export class Person {
  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {}

  /** Staff approve a number request; it has no number yet. */
  approveNumberRequest(id: number): NumberRequest {
    return this.change("numberRequests", id, { status: "approved" });
  }

  rejectNumberRequest(id: number): NumberRequest {
    return this.change("numberRequests", id, { status: "rejected" });
  }

  /**
   * Staff buy the number that was asked for.
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

  /** A customer completes the WhatsApp onboarding of a workspace, for which a token was minted. */
  finishWhatsApp(workspace: string): void {
    const { id } = this.get("workspaces", workspace);
    const minted = this.store.find("whatsAppConnections", (one) => one.workspaceId === id && !one.connected);
    if (!minted) throw new Error(`lumenone-simulator: no WhatsApp token was minted for ${workspace}`);
    this.store.update("whatsAppConnections", minted, { connected: true });
  }

  /**
   * Somebody calls the assistant of a workspace, which leaves a call log.
   *
   * @example
   * ```ts
   * simulator.person.phoneCall("support", { durationSeconds: 90 });
   * ```
   */
  phoneCall(workspace: string, log: Partial<CallLog> = {}): CallLog {
    return this.add("callLogs", { workspace, ...log });
  }

  /** Makes something; what is not said of it is filled in as in a seed. */
  add<K extends Kind>(kind: K, entity: SeedEntities[K]): Entities[K] {
    return addTo(this.store, kind, entity, this.now());
  }

  /**
   * Changes something, unchecked. By its id, or by what it is called: an original slug, `organization/name` of a tool or
   * folder, `workspace/tool`, a docpath, `workspace/docpath`.
   *
   * @example
   * ```ts
   * simulator.person.change("workspaces", "support", { topN: 9 });
   * ```
   */
  change<K extends Kind>(kind: K, id: number | string, patch: Partial<Entities[K]>): Entities[K] {
    return this.store.update(kind, this.get(kind, id), patch);
  }

  /** Removes something, with everything inside; named as in `change`. */
  remove(kind: Kind, id: number | string): void {
    removeWithChildren(this.store, kind, this.get(kind, id));
  }

  private get<K extends Kind>(kind: K, id: number | string): Entities[K] {
    const hasId = (entity: Entities[K]): boolean => "id" in entity && String(entity.id) === String(id);
    const isCalled = (entity: Entities[K]): boolean => naturalKey(this.store, kind, entity) === id;
    const found = this.store.find(kind, hasId) ?? this.store.find(kind, isCalled);
    if (!found) throw new Error(`lumenone-simulator: there is no ${id} among the ${kind}`);
    return found;
  }

  private now(): string {
    return new Date(this.clock()).toISOString();
  }
}
