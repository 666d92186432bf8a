import type { ServerResponse } from "node:http";
import type { Kind } from "../entities";
import { faultKinds, type Faults } from "../faults/faults";
import type { Journal } from "../journal";
import { routes } from "../routes/routes";
import type { Store } from "../store/store";
import { EventStream } from "./event-stream";
import { masked } from "./masked";
import { recentRequests, type RecentRequests } from "./recent-requests";
import { shownEntities, shownKinds } from "./shown-state";

/** Changes within this time, in milliseconds, are one event: a program makes hundreds of them in a second. */
const calm = 60;

/** What the page watches. */
export interface Watched {
  readonly store: Store;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly recent: RecentRequests;
}

/** Sends every open page what changes: entities, requests, faults. Without a page it does nothing. */
export class LiveView {
  private readonly stream = new EventStream();
  private sent = new Map<Kind, string>();
  private waiting: NodeJS.Timeout | undefined;

  constructor(private readonly watched: Watched) {
    const { store, faults, journal, recent } = watched;
    store.onChange(() => this.whenCalm());
    faults.onChange(() => this.stream.isWatched && this.stream.send("faults", this.faults()));
    journal.onClear(() => {
      recent.clear();
      this.stream.send("cleared", {});
    });
    recent.onRequest((id) => this.stream.isWatched && this.stream.send("request", masked(recent.get(id), this.keys())));
  }

  /** Opens the events of one page. They begin with everything. */
  open(response: ServerResponse): void {
    const { store, recent } = this.watched;
    this.stream.open(response);
    const only = [response];
    this.stream.send("hello", { operations: Object.keys(routes).sort(), faultKinds, recentRequests }, only);
    const tables = Object.fromEntries(shownKinds.map((kind) => [kind, shownEntities(store.state, kind)]));
    this.stream.send("state", tables, only);
    this.stream.send("faults", this.faults(), only);
    this.stream.send("requests", masked(recent.all(), this.keys()), only);
  }

  private whenCalm(): void {
    if (!this.stream.isWatched) this.sent.clear();
    else this.waiting ??= setTimeout(() => this.sendChanges(), calm).unref();
  }

  /** Sends the kinds that differ from what was sent last. */
  private sendChanges(): void {
    this.waiting = undefined;
    const changes: Partial<Record<Kind, unknown>> = {};
    for (const kind of shownKinds) {
      const entities = shownEntities(this.watched.store.state, kind);
      const text = JSON.stringify(entities);
      if (this.sent.get(kind) === text) continue;
      this.sent.set(kind, text);
      changes[kind] = entities;
    }
    if (Object.keys(changes).length > 0) this.stream.send("state", changes);
  }

  private faults(): unknown {
    const { listed, rateLimit } = this.watched.faults;
    return masked({ pending: listed, rateLimit }, this.keys());
  }

  private keys(): string[] {
    return this.watched.store.all("apiKeys").map(({ key }) => key);
  }
}
