import * as pulumi from "@pulumi/pulumi";

/** How long to wait for others once nothing has become ready any more, in milliseconds. */
const quiet = 1000;

interface Group {
  declared: number;
  readonly ready: (() => void)[];
}

/** The resources of one running program that are registered group by group. */
class Groups {
  private readonly groups = new Map<unknown, Group>();
  private timer: NodeJS.Timeout | undefined;

  declare(key: unknown): Group {
    const group = this.groups.get(key) ?? { declared: 0, ready: [] };
    this.groups.set(key, group);
    group.declared++;
    return group;
  }

  /** Ends when all declared resources are ready, or the others take long. */
  turn(group: Group): Promise<void> {
    return new Promise((resolve) => {
      group.ready.push(resolve);
      clearTimeout(this.timer);
      const isWhole = [...this.groups.values()].every(({ declared, ready }) => ready.length === declared);
      // A program may be about to declare more.
      this.timer = setTimeout(() => this.release(), isWhole ? 0 : quiet);
    });
  }

  private release(): void {
    for (const group of this.groups.values()) {
      const ready = group.ready.splice(0);
      group.declared -= ready.length;
      for (const go of ready) go();
    }
  }
}

const ofProgram = new WeakMap<object, Groups>();

/**
 * Makes an input wait until the resources of its group can be registered in a row. The engine takes resources as they come,
 * a few at a time: only neighbours can share a call. It does not wait for resources that take long.
 * @param key what the group is about, such as the workspace
 */
export function inGroups(key: unknown, input: unknown): unknown {
  const stack: object | undefined = pulumi.runtime.getStackResource();
  // A preview makes nothing, and may never learn what the input is.
  if (!stack || pulumi.runtime.isDryRun()) return input;
  const groups = ofProgram.get(stack) ?? new Groups();
  ofProgram.set(stack, groups);
  const group = groups.declare(key);
  return (pulumi.output(input) as pulumi.Output<unknown>).apply(async (value) => {
    await groups.turn(group);
    return value;
  });
}
