import { kinds } from "../../provider/definitions/registry";
import { expectConverged, surplus } from "../support/crashes/converged";
import { anonymous, crowd, declared } from "../support/crashes/crowd";
import { type Point, spreadPoints } from "../support/crashes/point";
import { type Aftermath, type Moment, Site } from "../support/crashes/site";
import { killTree, processTree } from "../support/process-tree";
import { type PulumiProcess } from "../support/pulumi-process";
import { seeded, seedFrom } from "../support/seeded";
import { type RunResult } from "../support/stack";
import { Turns } from "../support/turns";

/**
 * Forty resources of every kind; the CLI and its host process are killed at many points of `up` and `destroy`. Running the
 * same command again has to end as if nothing had happened: nothing lost, nothing twice, nothing left behind.
 *
 * LUMENONE_CRASH_SEED replays the points of an earlier run. Where a request stands in a run also depends on what ran
 * at the same time, so a point is a place in the run and not always the same object.
 */
const random = seeded(seedFrom("LUMENONE_CRASH_SEED"));
const adopting = { env: { LUMENONE_ADOPT: "true" } };

type Command = "up" | "destroy";
interface Crash extends Point {
  readonly name: string;
  readonly command: Command;
  readonly how: "adopt" | "plain" | "state lost" | "throw-away" | "host alone" | "none";
}

/** Early enough that the host process is still needed, so that its end is noticed. */
const midway = (count: number): Point[] =>
  spreadPoints(random, count).map(({ share }) => ({ share: share * 0.8, phase: "arrived" }));

const named = (command: Command, how: Crash["how"], points: readonly Point[]): Crash[] =>
  points.map((point) => ({
    ...point,
    command,
    how,
    name: `${command}, ${how}: ${point.phase} at ${(point.share * 100).toFixed(0)} %`,
  }));

// A whole run of 20 points each: with `adopt`, the one way that leaves nothing twice, and some without.
const crashes: Crash[] = [
  ...spreadPoints(random, 20).flatMap((point, index) => named("up", index % 5 === 2 ? "plain" : "adopt", [point])),
  ...named("up", "state lost", spreadPoints(random, 2)),
  ...named("up", "throw-away", spreadPoints(random, 2)),
  ...named("up", "host alone", midway(2)),
  ...named("destroy", "none", spreadPoints(random, 20)),
  ...named("destroy", "host alone", midway(2)),
];

/** One line of the table at the end. */
interface Row extends Aftermath {
  readonly left: Record<string, number>;
  readonly seconds: number;
}

const begun = performance.now();
const rows = new Map<string, Row>();
const turns = new Turns(3, async () => {
  const site = await Site.open();
  return { site, life: await wholeLife(site) };
});

afterAll(async () => {
  for (const { site } of await turns.all()) await site.close();
  process.stdout.write(table());
});

/** What a run that nothing disturbs leaves, and how many requests it takes. */
interface Life {
  readonly full: Moment;
  readonly up: number;
  readonly destroy: number;
}

async function wholeLife(site: Site): Promise<Life> {
  const { stack, simulator } = site;
  await stack.up(crowd);
  const up = simulator.journal.length;
  const full = site.now();
  simulator.journal.clear();
  await stack.destroy();
  return { full, up, destroy: simulator.journal.length };
}

const killHost = ({ pid }: PulumiProcess): void =>
  processTree(pid)
    .filter((each) => each !== pid)
    .forEach((each) => killTree(each));

async function upCrash(site: Site, crash: Crash, life: Life): Promise<Aftermath & Pick<Row, "left">> {
  const { stack } = site;
  const { how } = crash;
  site.goTo(site.start);
  const aftermath = await site.crash(
    (options) => stack.up(crowd, { ...options, skipCheckpoints: how === "throw-away" }),
    crash,
    life.up,
    how === "host alone" ? killHost : undefined,
  );
  if (how === "host alone") expectReported(aftermath.result);
  if (how === "throw-away") expect(aftermath.inState).toBe(0);
  const inFlight = surplusBound(site, how === "state lost" ? 0 : aftermath.inState);
  if (how === "state lost") site.setState(site.start.state);
  if (how === "plain") {
    // What was made and not recorded has its name: LumenOne refuses a second one of that, and the error has the way out.
    const again = await stack.up(crowd, { expectFailure: "maybe" });
    for (const error of again.errors.filter((text) => !text.startsWith("update failed")))
      expect(error).toContain("`adopt: true`");
  }
  await stack.up(crowd, { ...adopting, skipCheckpoints: how === "throw-away" });
  const left = await expectConverged(site, crowd, twiceAfter(how));
  if (how === "plain") {
    // The engine keeps what it had under way and warns of it in each run, until its user says that it is dealt with.
    const cleared = await stack.refresh({ args: ["--clear-pending-creates"] });
    expect(cleared.changed).toEqual([]);
    expect((await stack.export()).pending_operations ?? []).toEqual([]);
  }
  expect(Object.values(left).every((more) => more > 0)).toBe(true);
  expect(sum(left)).toBeLessThanOrEqual(inFlight);
  return { ...aftermath, left };
}

/** Kinds of which there may be more than declared. What embeds a document that is made once more was in no state either. */
function twiceAfter(how: Crash["how"]): readonly string[] {
  if (how === "plain") return kinds;
  return how === "throw-away" || how === "state lost" ? [...anonymous, "DocumentEmbedding"] : anonymous;
}

/** Objects that LumenOne has and the state does not: the most that can be made a second time. */
function surplusBound(site: Site, inState: number): number {
  const all = sum(declared);
  const made = all + sum(surplus(site));
  return made - inState;
}

async function destroyCrash(site: Site, crash: Crash, life: Life): Promise<Aftermath & Pick<Row, "left">> {
  const { stack, simulator } = site;
  site.goTo(life.full);
  const aftermath = await site.crash(
    (options) => stack.destroy(options),
    crash,
    life.destroy,
    crash.how === "host alone" ? killHost : undefined,
  );
  if (crash.how === "host alone") expectReported(aftermath.result);
  await stack.destroy();
  expect((await stack.export()).resources ?? []).toEqual([]);
  const { lastIds: _now, accounts, ...now } = simulator.snapshot();
  const { lastIds: _then, accounts: before, ...then } = site.start.server;
  expect(now).toEqual(then);
  // LumenOne cannot delete an account.
  expect(accounts).toHaveLength(before.length + 1);
  return { ...aftermath, left: {} };
}

/** The CLI lives on when its host process dies, ends by itself and says what happened. */
function expectReported(result: RunResult): void {
  expect(result.signal).toBeNull();
  expect(result.code).toBeGreaterThan(0);
  expect(result.errors).not.toEqual([]);
}

const sum = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((all, each) => all + each, 0);

function table(): string {
  const line = (cells: readonly (string | number)[]) =>
    [42, 28, 10, 10, 9, 20, 7].map((width, index) => String(cells[index] ?? "").padEnd(width)).join("");
  const lines = crashes.map(({ name }) => {
    const row = rows.get(name);
    if (!row) return line([name, "did not converge, or was left out"]);
    const left = Object.entries(row.left).map(([kind, more]) => `${more} ${kind}`);
    return line([
      name,
      row.at,
      row.requests,
      row.inState,
      row.pending,
      row.repaired.length > 0 ? row.repaired.join(" ") : "-",
      row.seconds.toFixed(1),
      left.join(", "),
    ]);
  });
  const head = line(["killed", "request", "requests", "in state", "pending", "repaired", "s", "twice"]);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  return `\n${[head, ...lines].join("\n")}\n${rows.size} of ${crashes.length} crashes converged, in ${seconds} s\n`;
}

test("the program has every kind", () => {
  expect(Object.keys(declared).sort()).toEqual([...kinds].sort());
  expect(sum(declared)).toBe(40);
});

test.concurrent.each(crashes)(
  "$name",
  async (crash) => {
    await turns.run(async ({ site, life }) => {
      const from = performance.now();
      const row = await (crash.command === "up" ? upCrash(site, crash, life) : destroyCrash(site, crash, life));
      rows.set(crash.name, { ...row, seconds: (performance.now() - from) / 1000 });
    });
  },
  // It may wait for its turn.
  240_000,
);
