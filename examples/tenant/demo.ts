import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { styleText } from "node:util";
import Table from "cli-table3";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { createClient } from "pulumi-lumenone/client";
import { ensurePulumi } from "../../tests/support/pulumi-cli";
import { pulumiEnvironment } from "../../tests/support/pulumi-environment";
import { writeConfig, writeNewStack } from "../../tests/support/stack/stack-files";

/**
 * `npm run demo`: the program beside this file against a simulated LumenOne, with the real engine. All that it writes is
 * in a temporary folder, which goes when it ends, also on Ctrl-C. With `--open` it shows the simulator's page,
 * and keeps the tenant until Ctrl-C.
 */
const project = "lumenone-tenant";
const stack = "demo";
const staysOpen = process.argv.includes("--open");
const onTerminal = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
const programFiles = ["index.ts", "package.json", "tsconfig.json"];

function heading(text: string): void {
  console.log(`\n${onTerminal ? styleText(["bold", "cyan"], text) : `== ${text}`}\n`);
}

/** Runs a command of the CLI on this terminal, so that its progress shows as for a user. */
function runner(command: string, cwd: string, env: Record<string, string>) {
  return (...args: string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const color = onTerminal ? "always" : "never";
      const child = spawn(command, [...args, "--stack", stack, "--color", color], { cwd, env, stdio: "inherit" });
      child.on("error", reject);
      child.on("close", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`pulumi ${args.join(" ")} ended with code ${code}`));
      });
    });
}

async function showCallLogs(simulator: Simulator): Promise<void> {
  const { url: baseUrl, apiKey, accountId } = simulator;
  const calls = await createClient({ baseUrl, apiKey, accountId }).listCallLogs();
  const rows = calls.map((call) => [
    call.created_at,
    call.customer_number,
    `${call.duration_seconds} s`,
    call.cost_total,
    call.summary,
  ]);
  const cells = rows.map((row) => row.map((cell) => String(cell ?? "")));
  if (!onTerminal) return console.log(cells.map((row) => row.join("  ")).join("\n"));
  const table = new Table({ head: ["when", "from", "length", "cost", "summary"] });
  table.push(...cells);
  console.log(table.toString());
}

/** The documents that the workspace answers from, as LumenOne reports them. */
async function showDocuments({ url: baseUrl, apiKey, accountId }: Simulator, slug: string): Promise<void> {
  const client = createClient({ baseUrl, apiKey, accountId });
  const { documents = [] } = await client.getWorkspace({ slug });
  for (const { docpath } of documents) console.log(docpath);
}

/** Opens the simulator's page where somebody sits in front of a screen. */
function showPage({ url }: Simulator): void {
  heading(`Watch it in a browser: ${url}`);
  if (!onTerminal) return;
  const [command = "", ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[process.platform as string] ?? [
    "xdg-open",
  ];
  // Without such a program the address above is enough.
  spawn(command, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

async function demo(): Promise<void> {
  const started = performance.now();
  const cli = await ensurePulumi();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-demo-"));
  // The CLI gets the signal from the terminal too, and ends by itself: then everything here does.
  let interrupted = false;
  const interruption = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        interrupted = true;
        resolve();
      });
    }
  });
  const simulator = await createSimulator();
  try {
    if (staysOpen) showPage(simulator);
    await tour(simulator, cli, folder, async () => {
      heading(`The tenant and its page stay open at ${simulator.url} until Ctrl-C.`);
      await interruption;
      interrupted = false;
    });
  } catch (error) {
    if (!interrupted) throw error;
  } finally {
    await simulator.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  if (interrupted) process.exitCode = 130;
  heading(`Nothing is left. It took ${Math.round((performance.now() - started) / 1000)} s.`);
}

async function tour(
  simulator: Simulator,
  cli: Awaited<ReturnType<typeof ensurePulumi>>,
  folder: string,
  look: () => Promise<void>,
): Promise<void> {
  const program = path.join(folder, "program");
  fs.mkdirSync(program);
  for (const file of programFiles) fs.copyFileSync(path.join(__dirname, file), path.join(program, file));
  fs.symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(program, "node_modules"));
  await writeNewStack({ project, stack, folder: program, backend: path.join(folder, "backend") });
  const configure = (more: Record<string, string>) =>
    writeConfig(
      { stack, folder: program },
      {
        "lumenone:apiKey": { value: simulator.apiKey, secret: true },
        "lumenone:baseUrl": simulator.url,
        "lumenone:accountId": simulator.accountId,
        ...more,
      },
    );
  const { NO_COLOR: _, ...environment } = pulumiEnvironment(cli, folder);
  const pulumi = runner(cli.command, program, environment);

  heading(`A simulated LumenOne runs at ${simulator.url}. The tenant comes up:`);
  await configure({});
  await pulumi("up", "--yes", "--skip-preview");

  heading("A second preview has nothing to do:");
  await pulumi("preview", "--expect-no-changes");

  heading("The workspace answers from the document that was uploaded and embedded:");
  await showDocuments(simulator, "customer-support");

  heading("Two customers call the phone assistant. The call logs:");
  simulator.person.phoneCall("phone-reception", { summary: "Asked for the opening hours", durationSeconds: 45 });
  simulator.person.phoneCall("phone-reception", { summary: "Wants to be called back", durationSeconds: 82 });
  await showCallLogs(simulator);

  heading("One prompt changes in the program:");
  await configure({ [`${project}:supportPrompt`]: "You help the customers of Acme. Answer in their language." });
  await pulumi("preview", "--diff");
  await pulumi("up", "--yes", "--skip-preview");

  if (staysOpen) await look();
  heading("And all of it goes again:");
  await pulumi("destroy", "--yes", "--skip-preview");
  const { organizations, workspaces } = simulator.snapshot();
  console.log(`LumenOne has ${organizations.length} organizations and ${workspaces.length} workspaces.`);
}

demo().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
