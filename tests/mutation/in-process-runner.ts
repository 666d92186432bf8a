import { jestExpect } from "@jest/expect";
import type * as core from "@stryker-mutator/api/core" with { "resolution-mode": "import" };
import type * as stryker from "@stryker-mutator/api/test-runner" with { "resolution-mode": "import" };
import * as circus from "jest-circus";
import { ModuleMocker } from "jest-mock";
import * as fs from "node:fs";
import * as path from "node:path";
import { type Outcome, TestFile } from "./test-file";
import { testFiles } from "./test-files";

/** What the changed sources read and write: which mutant is active, and how often which one was passed in which test. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: core.MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

const switchboard: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});

/** Some of the tests of a file. */
interface Part {
  readonly file: TestFile;
  readonly ids: string[];
}

/** Whether to run only some of the tests that reach a mutant: for a first look at many mutants, which finds too many survivors. */
const isQuick = process.env["LUMENONE_MUTANTS_QUICK"] === "true";

/** The first process writes down how long each test takes, for those that follow. */
const timesFile = "test-times.json";

/**
 * Runs the fast tests for Stryker in one process, in which all is loaded once. Jest loads everything anew for each file of
 * tests, which takes longer than the tests.
 *
 * A test that fails with a mutant has to pass without it right afterwards. Where it does not, something is left of a mutant, and
 * Stryker tries the mutant once more in a new process.
 */
export class InProcessRunner implements stryker.TestRunner {
  private files: TestFile[] = [];
  private times: Record<string, number> = {};
  /** By source file: the tests that noticed its last mutants, the latest first. */
  private readonly noticed = new Map<string, string[]>();
  private runs = 0;
  private isDirty = false;

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Stryker has gone to its copy of the repository by now. */
  init(): Promise<void> {
    const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus;
    const mocker = new ModuleMocker(globalThis);
    const jest = { setTimeout: () => undefined, spyOn: mocker.spyOn.bind(mocker) };
    const globals = { describe, test, it, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect, jest };
    Object.assign(globalThis, globals);
    for (const event of ["uncaughtException", "unhandledRejection"]) {
      process.removeAllListeners(event);
      process.on(event, (error: Error) => circus.getState().currentlyRunningTest?.errors.push(error));
    }
    const root = process.cwd();
    const assertSomething = path.join(root, "tests/support/assert-something.ts");
    this.files = testFiles(root).map((file) => {
      return new TestFile(file, () => {
        // Each file of tests has these hooks.
        delete require.cache[assertSomething];
        require(assertSomething);
        require(path.join(root, file));
      });
    });
    if (fs.existsSync(timesFile)) this.times = JSON.parse(fs.readFileSync(timesFile, "utf8")) as Record<string, number>;
    return Promise.resolve();
  }

  /** What is passed between tests, by hooks of a file, counts as a test of its own, which has the name of the file. */
  async dryRun(): Promise<stryker.DryRunResult> {
    const tests: stryker.TestResult[] = [];
    const add = (file: TestFile, id: string, milliseconds: number, error?: string) => {
      const test = { id, name: id, fileName: path.resolve(file.name), timeSpentMs: milliseconds };
      tests.push(error === undefined ? { ...test, status: 0 } : { ...test, status: 1, failureMessage: error });
    };
    for (const file of this.files) {
      const began = Date.now();
      const run = (has: (id: string) => boolean) =>
        file.run({ has, limitOf: () => 60_000, begins: (id) => void (switchboard.currentTestId = id) });
      const first = await run(() => true);
      const failed = new Set(first.flatMap(({ id, error }) => (error === undefined ? [] : [id])));
      // On a busy machine, what waits for a fifth of a second may fail once.
      const again = failed.size > 0 ? await run((id) => failed.has(id)) : [];
      const outcomes = first.map((outcome) => again.find(({ id }) => id === outcome.id) ?? outcome);
      for (const { id, milliseconds, error } of outcomes) {
        add(file, id, milliseconds, error);
        this.times[id] = milliseconds;
      }
      add(file, file.name, 0);
      this.times[file.name] = Date.now() - began - outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    }
    switchboard.currentTestId = undefined;
    fs.writeFileSync(timesFile, JSON.stringify(this.times));
    const { mutantCoverage } = switchboard;
    return { status: "complete" as stryker.DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: stryker.MutantRunOptions): Promise<stryker.MutantRunResult> {
    if (this.isDirty) throw new Error("Something is left of an earlier mutant");
    this.runs++;
    const { activeMutant, sandboxFileName, testFilter, hitLimit } = options;
    const noticed = this.noticed.get(sandboxFileName) ?? [];
    Object.assign(switchboard, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    let nrOfTests = 0;
    for (const { file, ids } of this.order(new Set(testFilter), noticed.slice(0, 6))) {
      const outcomes = await this.run(file, ids, activeMutant.id);
      nrOfTests += outcomes.length;
      if (hitLimit !== undefined && (switchboard.hitCount ?? 0) > hitLimit) {
        this.isDirty = true;
        return { status: "timeout" as stryker.MutantRunStatus.Timeout, reason: "has no end" };
      }
      const failed = outcomes.find(({ error }) => error !== undefined);
      if (!failed) continue;
      await this.verify(file, failed);
      this.noticed.set(sandboxFileName, [failed.id, ...noticed.filter((id) => id !== failed.id)]);
      const failureMessage = failed.error ?? "";
      return { status: "killed" as stryker.MutantRunStatus.Killed, killedBy: [failed.id], failureMessage, nrOfTests };
    }
    return { status: "survived" as stryker.MutantRunStatus.Survived, nrOfTests };
  }

  /** First the tests that noticed earlier mutants of the same source file, then some of each file, then all others. */
  private *order(filter: ReadonlySet<string>, noticed: readonly string[]): Generator<Part> {
    const wanted = this.files
      .map((file) => ({ file, ids: file.ids.filter((id) => filter.has(id) || filter.has(file.name)) }))
      .sort((one, other) => this.timeOf(one) - this.timeOf(other));
    const tried = new Set<string>();
    const part = ({ file, ids }: Part, chosen: readonly string[]): Part[] => {
      const left = ids.filter((id) => chosen.includes(id) && !tried.has(id));
      left.forEach((id) => tried.add(id));
      return left.length > 0 ? [{ file, ids: left }] : [];
    };
    for (const each of wanted) yield* part(each, noticed);
    for (const each of wanted) yield* part(each, this.someOf(each));
    if (isQuick) return;
    for (const each of wanted) yield* part(each, each.ids);
  }

  private timeOf({ file, ids }: Part): number {
    return ids.reduce((sum, id) => sum + (this.times[id] ?? 0), this.times[file.name] ?? 0);
  }

  /** Every nth test of a file, so that they take about a second together. */
  private someOf(part: Part): string[] {
    const step = Math.max(1, Math.ceil(this.timeOf(part) / 1000));
    return part.ids.filter((_id, index) => index % step === 0);
  }

  private async run(file: TestFile, ids: readonly string[], mutant: string | undefined): Promise<Outcome[]> {
    const chosen = new Set(ids);
    switchboard.activeMutant = mutant;
    try {
      return await file.run({
        has: (id) => chosen.has(id),
        limitOf: (id) => 6000 + 10 * (this.times[id] ?? 1000),
        bail: true,
      });
    } finally {
      switchboard.activeMutant = undefined;
    }
  }

  /** @throws the test fails without the mutant, too, and not because of this mutant */
  private async verify(file: TestFile, { id, isTimeout }: Outcome): Promise<void> {
    switchboard.hitLimit = undefined;
    const again = await this.run(file, [id], undefined);
    const fails = again.some(({ error }) => error !== undefined);
    this.isDirty = fails || isTimeout;
    if (fails && this.runs > 1) throw new Error(`${id} fails without the mutant, too`);
  }
}
