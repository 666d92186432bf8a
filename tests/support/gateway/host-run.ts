import { type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { type HostProcess } from "../host-process";
import { type Operations } from "../../../provider/lifecycle/definition/definition";
import { pick, type Random, seeded } from "../seeded";
import { drift, type Known, remove as vanish } from "../soak/disturb";
import { type Kind, kindsInOrder, type Model, withChildren } from "../soak/model";
import { add, change, rename } from "../soak/mutations";
import { inventoryOf, plantNamesakes, seedWithForeign } from "./foreign";
import { type Gateway } from "./gateway";
import { type Outage, outageText, randomOutage } from "./outage";
import { type EngineRun, type ProviderOf, SmallEngine } from "./small-engine";
import { wantedOf } from "./wanted-of";
import { wrongAt } from "./wrong-at";
import { type WrongResponse } from "./wrong-response";
import { wrongResponses } from "./wrong-responses";

/** Where a run takes place. */
export interface Place {
  host(): Promise<HostProcess>;
  readonly simulator: Simulator;
  readonly gateway: Gateway;
  /** The providers of one start of the host process, which remembers nothing of another one. */
  newProcess(config?: Readonly<Record<string, string>>): ProviderOf;
}

/** What goes on while the gateway is broken. */
const phases = ["create", "create", "update", "update", "refresh", "vanished", "delete", "destroy"] as const;
type Phase = (typeof phases)[number];

/** What came of a run. */
export interface HostRun {
  readonly phase: Phase;
  readonly subject: Kind;
  readonly outage: Outage;
  /** How many requests it hit. */
  readonly hits: number;
  /** What is not as it has to be; empty where all is well. */
  readonly problems: readonly string[];
  /** Everything that happened, for whoever looks into it. */
  readonly log: readonly string[];
}

/** What each kind is declared below, beside its organization. */
const needs: Partial<Record<Kind, readonly Kind[]>> = {
  ToolAttachment: ["Workspace", "OrganizationTool"],
  VoiceConfig: ["Workspace"],
  DocumentEmbedding: ["Workspace", "Document"],
};

/** A small program around one kind. */
function randomModel(random: Random, subject: Kind, fresh: () => string): Model {
  const model: Model = [];
  const others = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, kindsInOrder));
  for (const kind of ["Organization", ...(needs[subject] ?? []), subject, ...others] as const)
    add(random, model, fresh, kind);
  for (const { kind, name, settings } of model) if (kind === "Document") settings["title"] ??= name;
  return model;
}

/** What a kind is asked for in a phase, the likeliest first. */
const asked: Record<Phase, readonly (keyof Operations)[]> = {
  create: ["create", "create", "list"],
  update: ["update"],
  refresh: ["list", "list", "read"],
  vanished: ["list", "list", "read"],
  delete: ["delete", "delete", "list"],
  destroy: ["delete", "delete", "list"],
};

/** Operations that are called in a phase, the subject's most often. */
function operationsOf(model: Model, random: Random, subject: Kind, phase: Phase): string[] {
  const kinds = random() < 0.8 ? [subject] : model.map(({ kind }) => kind);
  const ids = kinds.flatMap((kind) => {
    const { operations } = definitionOf(kind);
    // What cannot be changed in place is made anew.
    const steps = phase === "update" && !operations.update ? (["create", "delete", "list"] as const) : asked[phase];
    return steps.flatMap((step) => operations[step] ?? []);
  });
  const others = ["listOrganizations", "listOrganizationWorkspaces", "listDocuments", "getOrganization"];
  return [...ids, ...(random() < 0.15 ? others : []), ...(ids.length === 0 ? ["listOrganizations"] : [])];
}

/** A phase that a kind knows: some LumenOne cannot delete, and a program keeps its organization. */
function randomPhase(random: Random, subject: Kind): Phase {
  const phase = pick(random, phases);
  const lasts = definitionOf(subject).operations.delete === undefined;
  if (phase === "delete" && subject === "Organization") return "destroy";
  if ((phase === "delete" || phase === "destroy") && lasts) return "create";
  return phase === "update" && subject === "Account" ? "refresh" : phase;
}

/** The program is brought up partly, the gateway breaks during a run, is healed, and one `up` has to settle everything. */
export async function hostRun(place: Place, seed: number): Promise<HostRun> {
  const { simulator, gateway } = place;
  const random = seeded(seed);
  const subject = kindsInOrder[seed % kindsInOrder.length] as Kind;
  const phase = randomPhase(random, subject);
  let names = 0;
  const fresh = (): string => `thing-${++names}`;
  const model = randomModel(random, subject, fresh);
  // Every kind of wrong response in turn, for every kind of resource.
  const wrong = wrongResponses[Math.floor(seed / kindsInOrder.length) % wrongResponses.length] as WrongResponse;
  const outage = randomOutage(random, operationsOf(model, random, subject, phase), wrong);
  const goesOn = random() < 0.5;
  const log: string[] = [];
  const problems: string[] = [];
  const record = (what: string, run: EngineRun): EngineRun => {
    log.push(`-- ${what}`, ...gateway.log.slice(seen), ...run.steps, ...run.errors.map((error) => `! ${error}`));
    seen = gateway.log.length;
    return run;
  };
  let seen = 0;

  simulator.reset(seedWithForeign(model));
  gateway.forget();
  const foreign = new Map(inventoryOf(simulator.snapshot()));
  const engine = new SmallEngine(await place.host());
  const whole = wantedOf(model);

  // What comes before the subject is there when the gateway breaks.
  const count = phase === "create" ? whole.findIndex(({ kind }) => kind === subject) : whole.length;
  const first = record("up, partly", await engine.up(place.newProcess(), whole.slice(0, count), false));
  // Nothing is broken yet: only a machine that stands still makes it fail.
  problems.push(...first.errors.map((error) => `at first: ${error}`));
  if (problems.length > 0) return { phase, subject, outage, hits: 0, problems, log };
  if (phase !== "destroy") {
    const before = inventoryOf(simulator.snapshot());
    // One inside of a folder keeps that from being deleted, as it should.
    const folders = phase === "update" || phase === "delete" ? [] : model;
    plantNamesakes(
      simulator,
      model.filter(({ parents }) => parents["folder"] === undefined || folders.length > 0),
      (name) => engine.state.get(name)?.id,
    );
    for (const [key, entity] of inventoryOf(simulator.snapshot())) if (!before.has(key)) foreign.set(key, entity);
  }

  if (phase === "update") log.push(`${changeSubject(random, model, subject, fresh)}; ${change(random, model, fresh)}`);
  if (phase === "delete") log.push(removeSubject(model, subject));
  if (phase === "vanished") {
    log.push(`${meddle(random, simulator, engine, model)}`);
    // What is in something that has vanished has vanished too.
    const left = inventoryOf(simulator.snapshot());
    for (const key of foreign.keys()) if (!left.has(key)) foreign.delete(key);
  }
  const program = wantedOf(model);

  log.push(`== ${outageText(outage)}`);
  gateway.broken(outage, random);
  const hasty = place.newProcess({ "lumenone:timeoutSeconds": "8", "lumenone:maxRetries": "2" });
  const hit =
    phase === "refresh" || phase === "vanished"
      ? record("refresh, broken", await engine.refresh(hasty))
      : phase === "destroy"
        ? record("destroy, broken", await engine.destroy(hasty))
        : record("up, broken", await engine.up(hasty, program, goesOn));
  const { hits } = gateway;
  gateway.heal();

  // What a failed deletion did stands nowhere: `pulumi up --refresh` is the remedy.
  const isHalfGone = (phase === "delete" || phase === "destroy") && hit.errors.length > 0;
  if (phase === "vanished" || isHalfGone) {
    const { errors } = record("refresh, healed", await engine.refresh(place.newProcess()));
    problems.push(...errors.map((error) => `the healed refresh failed: ${error}`));
  }
  let last = record("up, healed", await engine.up(place.newProcess(), program, false));
  // A list that lacks a tool wrongly, or a wrong word that its name is taken, ends as an error that names tool and remedy.
  if (namesTaken(outage) && last.errors.some((error) => error.includes("`adopt: true`"))) {
    last = record("up, adopting", await engine.up(place.newProcess({ "lumenone:adopt": "true" }), program, false));
  }
  problems.push(...last.errors.map((error) => `the healed up failed: ${error}`));
  const planned = await engine.preview(place.newProcess(), program);
  problems.push(...planned.map((step) => `still planned: ${step}`));
  problems.push(...wrongAt(simulator, [...engine.state.values()], engine.forgotten, foreign));
  return { phase, subject, outage, hits, problems, log };
}

/** Whether an outage can make LumenOne refuse an object that nothing distinguishes from somebody else's. */
function namesTaken({ wrong }: Outage): boolean {
  return ["409", "a list short by one", "another object of the same kind"].includes(wrong.name);
}

/** Another value for one of the subject's settings, another name of its object, or another resource in its place. */
function changeSubject(random: Random, model: Model, subject: Kind, fresh: () => string): string | undefined {
  const declared = model.filter(({ kind }) => kind === subject);
  const [first] = declared;
  if (first && named.includes(subject) && random() < 0.5) {
    first.settings["name"] = fresh();
    return `name of ${first.name} = ${String(first.settings["name"])}`;
  }
  const changed = change(random, declared, fresh);
  if (changed !== undefined || subject === "Organization") return changed;
  return rename(random, model, fresh, first);
}

const named: readonly Kind[] = ["Organization", "Workspace", "OrganizationTool"];

/** The subject leaves the program, with what is declared below it. */
function removeSubject(model: Model, subject: Kind): string {
  const chosen = model.find(({ kind }) => kind === subject);
  const gone = chosen ? withChildren(model, chosen) : [];
  model.splice(0, model.length, ...model.filter((one) => !gone.includes(one)));
  return `remove ${gone.map(({ name }) => name).join(" ")}`;
}

function meddle(random: Random, simulator: Simulator, engine: SmallEngine, model: Model): string | undefined {
  const known: Known[] = [...engine.state.values()].map(({ kind, name, id }) => ({
    kind,
    name,
    id,
    settings: Object.keys(model.find((one) => one.name === name)?.settings ?? {}),
  }));
  return random() < 0.7 ? vanish(random, simulator, known) : drift(random, simulator, known);
}
