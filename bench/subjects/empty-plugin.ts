import { fork } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as lumenone from "pulumi-lumenone/native";
import { lumenoneProgram } from "./lumenone-program";
import { type Served, stackSubject } from "./stack-subject";

/** The floor of a plugin in Node: one that takes the same resources as they are. It is started before, and sends nothing. */
export const emptyPlugin = stackSubject({
  name: "empty",
  title: "a plugin that does nothing",
  sendsRequests: false,
  operations: ["up", "preview", "refresh", "destroy"],
  program: lumenoneProgram(lumenone),
  async serve(): Promise<Served> {
    const child = fork(path.resolve(__dirname, "../server/empty-plugin.ts"), {
      execArgv: ["--require", "ts-node/register/transpile-only"],
    });
    const [port] = (await once(child, "message")) as [number];
    return {
      env: { PULUMI_DEBUG_PROVIDERS: `lumenone:${port}` },
      close: () => child.disconnect(),
    };
  },
});
