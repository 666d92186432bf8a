import { createSimulator } from "lumenone-simulator";
import { manyCalls } from "../../support/calls/many-calls";
import { childEnvironment } from "../../support/child-environment";
import { commandFile, fakePulumi, settingsOf } from "../../support/command/run-command";
import { fifteen, fleetProject } from "../../support/fleet/fleet-project";
import { sampleFiles } from "../../support/sample-files";
import { screensIn } from "../../support/terminal";

/** What a person sees in the terminal while a command takes its time. */
const files = sampleFiles();

function screensOfCommand(args: readonly string[], env: Readonly<Record<string, string>>, folder = files.folder) {
  return screensIn({ command: process.execPath, args: [commandFile, ...args], folder, env });
}

/** The numbers that a line of these screens counts up to, each once. */
function counted(screens: readonly (readonly string[])[], line: RegExp): number[] {
  const numbers = screens.flatMap((rows) => rows.flatMap((row) => line.exec(row)?.[1] ?? []));
  return [...new Set(numbers.map((number) => Number(number.replaceAll(",", ""))))];
}

const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const textOf = (screen: readonly string[] | undefined) => (screen ?? []).join("\n");

test("import of a large tenant counts requests on one line, and the result takes its place", async () => {
  const workspaces = Array.from({ length: 300 }, (_, index) => ({ name: `Workspace ${index}`, topN: 7 }));
  const simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }], workspaces } });
  simulator.faults.add({ kind: "slow", ms: 60, times: Infinity });
  const env = { ...childEnvironment(), ...settingsOf(simulator), ...fakePulumi(files.folder) };
  const screens = await screensOfCommand(["import", "--all", "--out", "tenant"], env);
  await simulator.close();
  const requests = counted(screens, /^Reading: (\d+) requests$/);
  expect(requests.length).toBeGreaterThan(2);
  expect(requests).toEqual(inOrder(requests));
  expect(screens.filter((rows) => rows.filter((row) => row.startsWith("Reading:")).length > 1)).toEqual([]);
  expect(textOf(screens.at(-1))).toMatch(/301 resources in tenant/);
  expect(textOf(screens.at(-1))).not.toMatch(/Reading/);
});

test("calls counts the calls that it has read, up to all of them", async () => {
  const server = await manyCalls(50_000);
  const env = { ...childEnvironment(), ...server.settings };
  const screens = await screensOfCommand(["calls", "--by", "organization"], env);
  server.close();
  const read = counted(screens, /^Reading: ([\d,]+) calls$/);
  expect(read.length).toBeGreaterThan(2);
  expect(read).toEqual(inOrder(read));
  expect(textOf(screens.at(-1))).toMatch(/total +\| 50,000/);
  expect(textOf(screens.at(-1))).not.toMatch(/Reading:/);
});

test("fleet up shows what is under way below what has ended, and counts the resources of each tenant", async () => {
  const simulator = await createSimulator();
  // A terminal is drawn a few times a second.
  simulator.faults.add({ kind: "slow", ms: 100, times: Infinity });
  const project = await fleetProject(simulator);
  for (const name of ["acme", "globex"]) project.write(`tenants/${name}.yaml`, fifteen(name));
  const screens = await screensOfCommand(
    ["fleet", "up", "tenants", "--yes", "--parallel", "1"],
    project.stack.env,
    project.folder,
  );
  await simulator.close();
  project.dispose();
  const made = counted(screens, /^\[\d\/2\] (?:.*, )?globex (\d+)$/);
  expect(made.length).toBeGreaterThan(2);
  expect(made).toEqual(inOrder(made));
  const between = screens.find((rows) => rows.some((row) => /^\[1\/2\] \w+: changed/.test(row)));
  expect(between?.filter((row) => row.startsWith("[1/2]"))).toHaveLength(2);
  expect(textOf(screens.at(-1))).toMatch(/2 tenants: 2 changed/);
  expect(textOf(screens.at(-1))).not.toMatch(/^\[\d\/2\] (?:acme|globex)(?: \d+)?(?:,|$)/m);
}, 120_000);
