import { execFileSync } from "node:child_process";
import { median } from "../median";
import { table } from "../report/tables";
import { rawHttp } from "../subjects/raw-http";
import { type Seconds } from "./measure";
import { resources } from "./projects";

/** One part of the time that `pulumi up` takes. */
interface Part {
  readonly what: string;
  readonly seconds: number;
  /** It is inside of the part before it. */
  readonly isInside?: boolean;
}

/** Seconds that Node takes to load a package, over starting alone. */
function loading(name: string): number {
  const time = (script: string) => {
    const started = performance.now();
    execFileSync(process.execPath, ["-e", script]);
    return (performance.now() - started) / 1000;
  };
  const rounds = [1, 2, 3, 4, 5];
  return median(rounds.map(() => time(`require("${name}")`))) - median(rounds.map(() => time("0")));
}

/** Seconds of as many requests without Pulumi. */
async function requestsAlone(): Promise<number> {
  const running = await rawHttp.start({ organizations: 2, workspaces: resources - 2, latency: 0 });
  try {
    return (await running.run("up"))?.seconds ?? NaN;
  } finally {
    await running.close();
  }
}

/**
 * The parts of one `up`, as differences of medians of one run: a part that is shorter than the noise can come out as zero or less.
 */
export async function whereASecondGoes(measured: Readonly<Record<string, Seconds>>): Promise<string> {
  const up = (name: string) => median(measured[name]?.up ?? [NaN]);
  const parts: Part[] = [
    { what: "CLI, language host and Node: a JavaScript program without resources", seconds: up("empty, JavaScript") },
    { what: "loading `@pulumi/pulumi`", seconds: loading("@pulumi/pulumi"), isInside: true },
    { what: "compiler: the same in TypeScript", seconds: up("empty, TypeScript") - up("empty, JavaScript") },
    { what: "engine: the same number of `pulumi.Stash`", seconds: up("stash, JavaScript") - up("empty, JavaScript") },
    {
      what: "writing the state after each step",
      seconds: up("stash, JavaScript") - up("stash, JavaScript, no checkpoints"),
      isInside: true,
    },
    {
      what: "native plugin: its classes, its process and its steps",
      seconds: up("native, JavaScript") - up("stash, JavaScript"),
    },
    {
      what: "loading `pulumi-lumenone/native` in the program",
      seconds: loading("pulumi-lumenone/native") - loading("@pulumi/pulumi"),
      isInside: true,
    },
    { what: "as many requests without Pulumi", seconds: await requestsAlone(), isInside: true },
    { what: "dynamic host in place of the plugin", seconds: up("dynamic, JavaScript") - up("native, JavaScript") },
  ];
  const rows = parts.map(({ what, seconds, isInside }) => [`${isInside ? "of it, " : ""}${what}`, seconds.toFixed(2)]);
  return table(["part of `pulumi up`", "seconds"], rows);
}
