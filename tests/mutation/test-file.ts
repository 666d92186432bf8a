import { jestExpect } from "@jest/expect";
import * as circus from "jest-circus";

type State = ReturnType<typeof circus.getState>;
type Test = NonNullable<State["currentlyRunningTest"]>;
type Block = State["rootDescribeBlock"];
type Hook = Block["hooks"][number];

/** What became of one test. */
export interface Outcome {
  readonly id: string;
  readonly milliseconds: number;
  readonly error: string | undefined;
  /** It did not end in its time, and may go on. */
  readonly isTimeout: boolean;
}

/** Which tests of a file to run, and how. */
export interface Choice {
  readonly has: (id: string) => boolean;
  /** Milliseconds that a test may take. */
  readonly limitOf: (id: string) => number;
  /** Whether the first that fails is the last. */
  readonly bail?: boolean;
  /** Called with the id of each test before it, and with the name of the file before what is between tests. */
  readonly begins?: (id: string) => void;
}

/**
 * A file of tests that is loaded once and run as often as wanted, by jest's own runner, without the isolation that jest puts
 * around each file.
 */
export class TestFile {
  private readonly root: Block;
  private readonly tests = new Map<string, { readonly test: Test; readonly fn: Test["fn"] }>();

  /** @param load registers the tests */
  constructor(
    readonly name: string,
    load: () => void,
  ) {
    circus.resetState();
    this.root = circus.getState().rootDescribeBlock;
    load();
    for (const test of testsOf(this.root)) {
      if (test.mode === "skip" || test.mode === "todo") continue;
      const title = `${name}: ${titleOf(test)}`;
      const id = this.tests.has(title) ? `${title} (${this.tests.size})` : title;
      this.tests.set(id, { test, fn: test.fn });
    }
  }

  get ids(): string[] {
    return [...this.tests.keys()];
  }

  async run(choice: Choice): Promise<Outcome[]> {
    circus.resetState();
    Object.assign(circus.getState(), { rootDescribeBlock: this.root, currentDescribeBlock: this.root });
    for (const [id, { test, fn }] of this.tests) {
      const mode = choice.has(id) ? undefined : "skip";
      Object.assign(test, { mode, fn, timeout: choice.limitOf(id), errors: [], status: null, invocations: 0 });
    }
    if (isSkipped(this.root)) return [];
    const hooks = [...this.root.hooks];
    this.surround(choice);
    try {
      await circus.run();
    } finally {
      this.root.hooks.splice(0, Infinity, ...hooks);
    }
    return [...this.tests].flatMap(([id, { test }]) => (test.status === "done" ? [outcomeOf(id, test)] : []));
  }

  /** Puts a hook before all hooks of each test, and one after them. */
  private surround({ begins, bail }: Choice): void {
    const ids = new Map([...this.tests].map(([id, { test }]) => [test, id]));
    const hook = (type: Hook["type"], act: (test: Test) => void): Hook => ({
      type,
      fn: () => {
        const { currentlyRunningTest } = circus.getState();
        if (currentlyRunningTest) act(currentlyRunningTest);
      },
      parent: this.root,
      seenDone: false,
      timeout: undefined,
      asyncError: new Error(),
    });
    const before = hook("beforeEach", (test) => {
      jestExpect.setState({ assertionCalls: 0, currentTestName: titleOf(test), suppressedErrors: [] });
      begins?.(ids.get(test) ?? this.name);
    });
    const after = hook("afterEach", (test) => {
      begins?.(this.name);
      test.errors.push(...jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error));
      if (!bail || test.errors.length === 0) return;
      for (const other of ids.keys()) if (other !== test) other.mode = "skip";
    });
    this.root.hooks.unshift(before);
    this.root.hooks.push(after);
    begins?.(this.name);
  }
}

function testsOf(block: Block): Test[] {
  return block.children.flatMap((child) => (child.type === "test" ? [child] : testsOf(child)));
}

/** Marks the blocks without a test to run, whose hooks jest would run all the same. */
function isSkipped(block: Block): boolean {
  const skipped = block.children.map((child) => (child.type === "test" ? child.mode === "skip" : isSkipped(child)));
  block.mode = skipped.every(Boolean) ? "skip" : undefined;
  return block.mode === "skip";
}

function titleOf(test: Test): string {
  const titles = [test.name];
  for (let block = test.parent; block.parent; block = block.parent) titles.unshift(block.name);
  return titles.join(" ");
}

function outcomeOf(id: string, { duration, errors }: Test): Outcome {
  const texts = errors.map((thrown: unknown) => {
    const [error] = Array.isArray(thrown) ? (thrown as unknown[]) : [thrown];
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  return {
    id,
    milliseconds: duration ?? 0,
    error: texts[0],
    isTimeout: texts.some((text) => text.includes("Exceeded timeout of")),
  };
}
