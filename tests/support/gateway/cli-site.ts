import { host, typeOf } from "../host";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import { runCommand, settingsOf, temporaryFolder } from "../command/run-command";
import { lumenoneConfig } from "../lumenone-config";
import { quickTime } from "../quick-time";
import { type Random, seeded } from "../seeded";
import { kindsInOrder, type Model, programOf } from "../soak/model";
import { add } from "../soak/mutations";
import { testStack, type TestStack } from "../stack";
import { type Inventory, inventoryOf, plantNamesakes, seedWithForeign } from "./foreign";
import { Gateway } from "./gateway";
import { type Standing } from "./wrong-at";

const prefix = typeOf("");

/** What stack and LumenOne are at one moment, and what of it is others'. */
export interface Moment {
  readonly state: Buffer;
  readonly server: ReturnType<Simulator["snapshot"]>;
  readonly foreign: Inventory;
}

/** A program with one resource of every kind. */
function modelOf(random: Random): Model {
  const model: Model = [];
  let names = 0;
  for (const kind of kindsInOrder) add(random, model, () => `thing-${++names}`, kind);
  for (const { kind, name, settings } of model) if (kind === "Document") settings["title"] = name;
  return model;
}

/** A stack whose LumenOne stands behind a gateway, for one run after another. */
export class CliSite {
  private constructor(
    readonly stack: TestStack,
    readonly simulator: Simulator,
    readonly gateway: Gateway,
    readonly model: Model,
    /** When only its beginning is up, all of it, and all of it with nothing of others inside. */
    readonly moments: { readonly partly: Moment; readonly whole: Moment; readonly alone: Moment },
  ) {}

  static async open(seed: number): Promise<CliSite> {
    const model = modelOf(seeded(seed));
    const simulator = await createSimulator({ seed: seedWithForeign(model) });
    const gateway = await Gateway.open(simulator.url);
    const config = {
      ...lumenoneConfig({ ...simulator, url: gateway.url }),
      "lumenone:timeoutSeconds": "30",
      "lumenone:maxRetries": "2",
    };
    const stack = await testStack({ config, env: quickTime().env });
    const others = inventoryOf(simulator.snapshot());
    const now = (foreign = others): Moment => ({
      state: stack.stateFile().bytes,
      server: simulator.snapshot(),
      foreign,
    });
    const withNamesakes = async ({ state, server }: Moment): Promise<Moment> => {
      simulator.reset(server);
      fs.writeFileSync(stack.stateFile().path, state);
      const before = inventoryOf(server);
      const ids = new Map((await standings(stack)).map(({ name, id }) => [name, id]));
      plantNamesakes(simulator, model, (name) => ids.get(name));
      const planted = [...inventoryOf(simulator.snapshot())].filter(([key]) => !before.has(key));
      return now(new Map([...others, ...planted]));
    };
    await stack.up(programOf(model.slice(0, model.length / 2)));
    const beginning = now();
    await stack.up(programOf(model));
    const alone = now();
    const moments = { partly: await withNamesakes(beginning), whole: await withNamesakes(alone), alone };
    const site = new CliSite(stack, simulator, gateway, model, moments);
    const { code, said, files } = await site.import();
    if (code !== 0) throw new Error(`an import that nothing disturbs failed:\n${said}`);
    return Object.assign(site, { imported: files });
  }

  /** What an import writes that nothing disturbs. */
  readonly imported: string = "";

  /** Puts stack and LumenOne back to a moment. */
  goTo({ state, server }: Moment): void {
    this.simulator.reset(server);
    this.gateway.forget();
    fs.writeFileSync(this.stack.stateFile().path, state);
  }

  /** Everything in the state. */
  async standings(): Promise<Standing[]> {
    return await standings(this.stack);
  }

  /** `pulumi-lumenone import` of all there is. */
  async import(): Promise<{ readonly code: number | null; readonly said: string; readonly files: string }> {
    const out = temporaryFolder();
    const native = host === "native" ? ["--native"] : [];
    const args = ["import", "--all", ...native, "--out", `${out.path}/program`, "--json"];
    const { code, stdout, stderr } = await runCommand(args, { env: this.#commandEnv() });
    const file = `${out.path}/program/import.json`;
    const files = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
    out.remove();
    return { code, said: stdout + stderr, files };
  }

  /** `pulumi-lumenone drift`. */
  async drift(): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
    const args = ["drift", "--stack", this.stack.name, "--cwd", this.stack.folder, "--json"];
    return await runCommand(args, { env: this.#commandEnv() });
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.simulator.close();
    this.stack.dispose();
  }

  #commandEnv(): Record<string, string> {
    return { ...this.stack.env, ...settingsOf({ ...this.simulator, url: this.gateway.url }) };
  }
}

async function standings(stack: TestStack): Promise<Standing[]> {
  const { resources = [] } = await stack.export();
  return resources
    .filter(({ type }) => type.startsWith(prefix))
    .map(({ urn, type, id = "" }) => ({
      kind: type.slice(prefix.length),
      name: urn.slice(urn.lastIndexOf("::") + 2),
      id,
    }));
}
