import { host as onHost } from "../host";
import { providerKey } from "../../../provider/lifecycle/state/bookkeeping";
import { type Bag, HostError, type HostProcess } from "../host-process";
import { type Kind, kindsInOrder } from "../soak/model";

/** One resource as a program declares it, when the ids of what it is declared below are known. */
export interface Wanted {
  readonly kind: Kind;
  readonly name: string;
  /** The name that it may have in the state. */
  readonly alias?: string | undefined;
  /** What it is declared below. */
  readonly parents: readonly string[];
  /** Its inputs, from the ids of its parents. */
  readonly inputs: (idOf: (name: string) => string) => Bag;
}

/** One resource as the state has it. */
export interface Entry {
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

/** What came of one run. */
export interface EngineRun {
  /** Messages of the steps that failed. */
  readonly errors: string[];
  /** What was done, in order. */
  readonly steps: string[];
}

/** Turns a kind into the text of its provider: each run has a host of its own, as with the CLI. */
export type ProviderOf = (kind: Kind) => string;

/**
 * What Pulumi's engine does with resources of the dynamic provider, one after the other: check, diff, create, update,
 * replace, delete, refresh, and what of it goes into the state, failed steps included. Measured against the CLI.
 */
export class SmallEngine {
  /** By the resource's name. */
  readonly state = new Map<string, Entry>();
  /** Replaced, and not deleted yet. */
  doomed: Entry[] = [];
  /** What left the state although LumenOne cannot delete it. */
  readonly forgotten: Entry[] = [];

  constructor(private readonly host: HostProcess) {}

  /**
   * `pulumi up`.
   * @param goesOn what does not depend on a failed step is done all the same, as when steps run side by side
   */
  async up(providerOf: ProviderOf, program: readonly Wanted[], goesOn: boolean): Promise<EngineRun> {
    const run: EngineRun = { errors: [], steps: [] };
    const failed = new Set<string>();
    for (const wanted of program) this.#rename(wanted);
    for (const wanted of program) {
      if (failed.size > 0 && !goesOn) break;
      if (wanted.parents.some((parent) => failed.has(parent) || !this.state.has(parent))) {
        failed.add(wanted.name);
        continue;
      }
      await this.#step(run, wanted, async () => await this.#bring(run, providerOf, wanted)).catch(() =>
        failed.add(wanted.name),
      );
    }
    if (run.errors.length === 0 || goesOn) {
      const names = program.map(({ name }) => name);
      const leaving = [...this.state.values()].filter(({ name }) => !names.includes(name));
      if (failed.size === 0) await this.#removeAll(run, providerOf, [...leaving, ...this.doomed]);
    }
    return run;
  }

  /** `pulumi destroy`. */
  async destroy(providerOf: ProviderOf): Promise<EngineRun> {
    const run: EngineRun = { errors: [], steps: [] };
    await this.#removeAll(run, providerOf, [...this.state.values(), ...this.doomed]);
    return run;
  }

  /** `pulumi refresh`. */
  async refresh(providerOf: ProviderOf): Promise<EngineRun> {
    const run: EngineRun = { errors: [], steps: [] };
    for (const entry of [...this.state.values()].sort(inOrder)) {
      await this.#step(run, entry, async () => {
        const found = await this.host.read(providerOf(entry.kind), entry.id, entry.outputs);
        run.steps.push(`read ${entry.name}: ${found.id === "" ? "gone" : found.id}`);
        if (found.id === "") this.state.delete(entry.name);
        else
          this.state.set(entry.name, {
            ...entry,
            id: found.id,
            inputs: found.inputs ?? entry.inputs,
            outputs: found.props,
          });
      }).catch(() => undefined);
    }
    return run;
  }

  /** What `pulumi preview` would say: each step but "same". */
  async preview(providerOf: ProviderOf, program: readonly Wanted[]): Promise<string[]> {
    const names = program.map(({ name }) => name);
    const planned = [...this.state.values(), ...this.doomed]
      .filter((entry) => !names.includes(entry.name) || this.doomed.includes(entry))
      .map(({ name }) => `delete ${name}`);
    for (const wanted of program) {
      const entry = this.state.get(wanted.name);
      if (!entry) {
        planned.push(`create ${wanted.name}`);
        continue;
      }
      const { changes, replaces } = await this.#diff(providerOf, entry, await this.#checked(providerOf, wanted, entry));
      if (changes !== false) planned.push(`change ${wanted.name} ${replaces.join(" ")}`);
    }
    return planned;
  }

  #rename({ name, alias }: Wanted): void {
    const old = alias === undefined || this.state.has(name) ? undefined : this.state.get(alias);
    if (!old) return;
    this.state.delete(old.name);
    this.state.set(name, { ...old, name });
  }

  async #bring(run: EngineRun, providerOf: ProviderOf, wanted: Wanted): Promise<void> {
    const { kind, name } = wanted;
    const old = this.state.get(name);
    const inputs = await this.#checked(providerOf, wanted, old);
    if (!old) return await this.#create(run, providerOf, wanted, inputs);
    const { changes, replaces, deleteBeforeReplace } = await this.#diff(providerOf, old, inputs);
    if (replaces.length > 0) {
      if (deleteBeforeReplace) throw new Error("The small engine does not know how to delete before it replaces");
      await this.#create(run, providerOf, wanted, inputs, old);
    } else if (changes !== false) {
      run.steps.push(`update ${name}`);
      const { outs } = await this.host.update(providerOf(kind), old.id, old.outputs, inputs);
      this.state.set(name, { ...old, inputs, outputs: outs });
    } else this.state.set(name, { ...old, inputs });
  }

  async #create(
    run: EngineRun,
    providerOf: ProviderOf,
    { kind, name }: Wanted,
    inputs: Bag,
    old?: Entry,
  ): Promise<void> {
    run.steps.push(`create ${name}${old ? ` in place of ${old.id}` : ""}`);
    const provider = providerOf(kind);
    const replaced = (): void => {
      if (old) this.doomed.push(old);
    };
    try {
      const { id, outs } = await this.host.create(provider, inputs);
      replaced();
      this.state.set(name, { kind, name, id, inputs, outputs: outs });
    } catch (error) {
      const kept = error instanceof HostError ? error.initFailed : undefined;
      if (!kept) throw error;
      const { [providerKey]: text, ...outputs } = kept.properties;
      // The engine finds the plugin by the type.
      if (onHost === "dynamic" && text !== provider)
        throw new Error("Without its provider the engine could do nothing more with it", { cause: error });
      replaced();
      this.state.set(name, { kind, name, id: kept.id, inputs, outputs });
      throw new Error(kept.reasons.join("\n"), { cause: error });
    }
  }

  /** Children before parents; what failed keeps what it is in. */
  async #removeAll(run: EngineRun, providerOf: ProviderOf, entries: readonly Entry[]): Promise<void> {
    for (const entry of [...entries].sort(inOrder).reverse()) {
      if (run.errors.length > 0) return;
      await this.#step(run, entry, async () => {
        run.steps.push(`delete ${entry.name} (${entry.id})`);
        await this.host.delete(providerOf(entry.kind), entry.id, entry.outputs);
        this.forgotten.push(entry);
        if (this.state.get(entry.name) === entry) this.state.delete(entry.name);
        this.doomed = this.doomed.filter((one) => one !== entry);
      }).catch(() => undefined);
    }
  }

  async #step(run: EngineRun, { kind, name }: { kind: Kind; name: string }, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      run.errors.push(`${kind} ${name}: ${(error as Error).message}`);
      throw error;
    }
  }

  async #checked(providerOf: ProviderOf, { kind, inputs }: Wanted, old: Entry | undefined): Promise<Bag> {
    const idOf = (parent: string): string => this.state.get(parent)?.id ?? "";
    const checked = await this.host.check(providerOf(kind), old?.inputs ?? {}, inputs(idOf));
    if (checked.failures.length > 0) throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
    return checked.inputs;
  }

  async #diff(providerOf: ProviderOf, { kind, id, outputs }: Entry, inputs: Bag) {
    return await this.host.diff(providerOf(kind), id, outputs, inputs);
  }
}

function inOrder(one: Entry, other: Entry): number {
  return kindsInOrder.indexOf(one.kind) - kindsInOrder.indexOf(other.kind);
}
