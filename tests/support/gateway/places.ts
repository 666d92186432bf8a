import { createSimulator } from "lumenone-simulator";
import { configuredProvider } from "../faults/quick-host";
import { type HostProcess, startHost } from "../host-process";
import { quickTime } from "../quick-time";
import { Turns } from "../turns";
import { Gateway } from "./gateway";
import { type Place } from "./host-run";

/** A host process keeps what every run has asked it for, so it gets a successor after so many. */
const runsOfHost = 150;

/** Places for runs side by side, with host processes in which time passes fifty times as fast. */
export function hostPlaces(count: number): { readonly turns: Turns<Place>; close(): Promise<void> } {
  const time = quickTime();
  const hosts: Promise<HostProcess>[] = [];
  let processes = 0;
  let runs = 0;
  const turns = new Turns<Place>(count, async () => {
    const simulator = await createSimulator();
    const gateway = await Gateway.open(simulator.url);
    return {
      simulator,
      gateway,
      async host() {
        if (runs++ % runsOfHost === 0) hosts.push(startHost({ env: time.env }));
        return await (hosts.at(-1) as Promise<HostProcess>);
      },
      newProcess(config) {
        const own = {
          "lumenone:apiKey": simulator.apiKey,
          "lumenone:baseUrl": gateway.url,
          "lumenone:accountId": simulator.accountId,
          // Settings that differ have a memory of their own.
          "lumenone:maxConcurrency": String(100 + processes++),
          ...config,
        };
        return (kind) => configuredProvider(kind, own);
      },
    };
  });
  return {
    turns,
    async close() {
      for (const host of hosts) await (await host).close();
      for (const { gateway, simulator } of await turns.all()) {
        await gateway.close();
        await simulator.close();
      }
    },
  };
}
