import type { Entities, Kind, State, Tables } from "../entities";
import { type Quirk, quirks } from "../quirks";

/** Which entities are meant: those with these fields, or those that pass a test. */
export type Match<K extends Kind> = Partial<Entities[K]> | ((entity: Entities[K]) => boolean);

/** Holds the state, assigns ids, and calls listeners after each change. */
export class Store {
  private readonly listeners: (() => void)[] = [];

  constructor(public state: State) {}

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Whether this server has a quirk: it is configured, or the newest upstream version has it and `mode` is `upstream`. */
  has(quirk: Quirk): boolean {
    return this.state.quirks.includes(quirk) || (this.state.mode === "upstream" && quirks[quirk].newest);
  }

  /** All entities of a kind, in the order of creation. */
  all<K extends Kind>(kind: K): Entities[K][] {
    const tables: Tables = this.state;
    return tables[kind];
  }

  find<K extends Kind>(kind: K, match: Match<K>): Entities[K] | undefined {
    return this.all(kind).find(testOf(match));
  }

  filter<K extends Kind>(kind: K, match: Match<K>): Entities[K][] {
    return this.all(kind).filter(testOf(match));
  }

  insert<K extends Kind>(kind: K, entity: Entities[K]): Entities[K] {
    this.all(kind).push(entity);
    this.changed();
    return entity;
  }

  update<K extends Kind>(_kind: K, entity: Entities[K], patch: Partial<Entities[K]>): Entities[K] {
    Object.assign(entity, patch);
    this.changed();
    return entity;
  }

  /** Removes what matches. What belongs to it stays: see `removeWithChildren`. */
  remove<K extends Kind>(kind: K, match: Match<K>): Entities[K][] {
    const removed = this.filter(kind, match);
    if (removed.length === 0) return removed;
    const list = this.all(kind);
    list.splice(0, list.length, ...list.filter((entity) => !removed.includes(entity)));
    this.changed();
    return removed;
  }

  /** The next integer id of a kind. Ids are not reused after a deletion. */
  nextId(kind: Kind): number {
    const id = (this.state.lastIds[kind] ?? 0) + 1;
    this.state.lastIds[kind] = id;
    return id;
  }

  /** Replaces the state. */
  replace(state: State): void {
    this.state = state;
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function testOf<K extends Kind>(match: Match<K>): (entity: Entities[K]) => boolean {
  if (typeof match === "function") return match;
  const fields = Object.entries(match) as [keyof Entities[K], unknown][];
  return (entity) => fields.every(([name, value]) => entity[name] === value);
}
