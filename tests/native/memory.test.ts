import { createSimulator } from "lumenone-simulator";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { startHost } from "../support/host-process";

/** The most that a process had in memory, in MB; Linux alone keeps it. */
function mostOf(status: string): number {
  return (Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
}

test("1,000 workspaces that are created take at most 46 MB more than Node does for nothing", async () => {
  const simulator = await createSimulator();
  const { apiKey, url, accountId } = simulator;
  const config = { "lumenone:apiKey": apiKey, "lumenone:baseUrl": url, "lumenone:accountId": accountId };
  const host = await startHost({ config });
  const { id: organization } = await host.create("Organization", { name: "Acme" });
  const names = Array.from({ length: 1000 }, (_, index) => `workspace-${index}`);
  const work = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const openAiPrompt = `You help the customers of ${name}. `.repeat(15);
      const { inputs } = await host.check("Workspace", {}, { organization, name, openAiPrompt });
      await host.create("Workspace", inputs);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  const most = mostOf(fs.readFileSync(`/proc/${host.pid}/status`, "utf8"));
  await host.close();
  expect(simulator.snapshot().workspaces).toHaveLength(1000);
  await simulator.close();
  const print = "process.stdout.write(require('node:fs').readFileSync('/proc/self/status', 'utf8'))";
  const nothing = mostOf(execFileSync(process.execPath, ["-e", print], { encoding: "utf8" }));
  process.stdout.write(`${most.toFixed(1)} MB; Node for nothing ${nothing.toFixed(1)} MB\n`);
  expect(most - nothing).toBeLessThanOrEqual(46);
});

test("the plugin's file has no letter for which Node keeps it in twice the memory", () => {
  const file = path.resolve(__dirname, "../../provider/dist/bin/pulumi-resource-lumenone");
  expect([...new Set(fs.readFileSync(file, "utf8").match(/[^\0-\xff]/g))]).toEqual([]);
});
