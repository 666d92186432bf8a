import type { ServerResponse } from "node:http";
import type { Kind } from "../entities";
import { faultKinds } from "../faults/faults";
import { mapConfigs } from "../faults/tool-configs";
import type { Server } from "../http/handle";
import { routes } from "../routes/routes";
import { kinds } from "../store/state";
import { EventStream } from "./event-stream";
import { masked } from "./masked";
import { recentRequests } from "./recent-requests";

/** Changes within this time, in milliseconds, are one event: a program makes hundreds of them in a second. */
const calm = 60;

/** Everything but the keys. */
const shownKinds = kinds.filter((kind) => kind !== "apiKeys");

/** Sends every open page what changes: entities, requests, faults. Without a page it does nothing. */
export class LiveView {
  private readonly stream = new EventStream();
  private sent = new Map<Kind, string>();
  private waiting: NodeJS.Timeout | undefined;

  constructor(private readonly watched: Server) {
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
    const { recent } = this.watched;
    this.stream.open(response);
    const only = [response];
    this.stream.send("hello", { operations: Object.keys(routes).sort(), faultKinds, recentRequests }, only);
    const tables = Object.fromEntries(shownKinds.map((kind) => [kind, this.entities(kind)]));
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
      const entities = this.entities(kind);
      const text = JSON.stringify(entities);
      if (this.sent.get(kind) === text) continue;
      this.sent.set(kind, text);
      changes[kind] = entities;
    }
    if (Object.keys(changes).length > 0) this.stream.send("state", changes);
  }

  /** Returns the entities of a kind as the page shows them: without API keys, values of a tool's config, and tokens. */
  private entities(kind: Kind): unknown {
    const all = this.watched.store.all(kind);
    const entities = all.map((entity) => ("token" in entity ? { ...entity, token: "[redacted]" } : entity));
    return masked(mapConfigs(entities, "[redacted]"), this.keys());
  }

  private faults(): unknown {
    const { listed, rateLimit } = this.watched.faults;
    return masked({ pending: listed, rateLimit }, this.keys());
  }

  private keys(): string[] {
    return this.watched.store.all("apiKeys").map(({ key }) => key);
  }
}
