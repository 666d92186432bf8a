/**
 * `npm run bench:calls [-- --calls 100000 --format table]`: how much memory and time `pulumi-lumenone calls` takes for so many
 * calls, of a server in this process that makes each page when it is asked for.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { commandFile, settingsOf } from "../tests/support/command/run-command";
import { runBench } from "./run-bench";

const { values } = parseArgs({
  options: { calls: { type: "string", default: "100000" }, format: { type: "string", default: "table" } },
});
const count = Number(values.calls);
const [organizations, workspaces] = [10, 10];
const hex = (text: string) => Buffer.from(text).toString("hex");
const accountId = "11111111-1111-4111-8111-111111111111";

/** A number in [0, 1) that looks random and depends on its place only. */
function scattered(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

/** The call at this place of the list: newest first, one in 90 seconds. */
const call = (place: number) => ({
  id: count - place,
  cost_total: Math.round(scattered(place) * 1e4) / 1e4,
  ...{ stt: 0.01, llm: Math.round(scattered(place + 7) * 1e4) / 1e4, tts: 0.03, vapi: 0.03 },
  duration_seconds: Math.floor(scattered(place + 3) * 600),
  customer_number: `+1555${String(place).padStart(7, "0")}`,
  assistant: `asst_${place % 50}`,
  summary: `The customer asked for the opening hours, and whether the order could be changed. ${"x".repeat(300)}`,
  workspace_id: 1 + (place % (organizations * workspaces)),
  created_at: new Date(Date.UTC(2026, 9, 1) - place * 90_000).toISOString(),
});

const upTo = (length: number) => Array.from({ length }, (_, index) => index);

function responseTo(url: URL): object {
  const organization = /\/org\/(\w+)\/workspaces$/.exec(url.pathname)?.[1];
  if (organization !== undefined) {
    const first = 1 + workspaces * Number(Buffer.from(organization, "hex").toString().slice(4));
    const ids = upTo(workspaces).map((index) => first + index);
    return { workspaces: ids.map((id) => ({ id, name: `W${id}`, slug: hex(`w-${id}`), originalSlug: `w-${id}` })) };
  }
  if (url.pathname.endsWith("/orgs")) {
    const slugs = upTo(organizations).map((index) => `org-${index}`);
    return {
      organizations: slugs.map((slug, id) => ({ id, name: slug, slug: hex(slug), originalSlug: slug, accountId })),
    };
  }
  const [limit, offset] = ["limit", "offset"].map((name) => Number(url.searchParams.get(name))) as [number, number];
  return { callLogs: upTo(Math.max(0, Math.min(limit, count - offset))).map((index) => call(offset + index)) };
}

runBench(async () => {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(responseTo(new URL(request.url ?? "/", "http://localhost"))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { ...process.env, ...settingsOf({ url, apiKey: "bench-key-0123456789", accountId } as never) };
  const report = path.join(os.tmpdir(), `calls-${process.pid}`);
  const watch = `process.on("exit", () => require("fs").writeSync(2, "maxRSS " + process.resourceUsage().maxRSS))`;
  const args = ["-e", `${watch}; process.argv.splice(1, 0, "x"); require(${JSON.stringify(commandFile)})`, "calls"];
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, "--format", values.format, "--out", report], {
    env,
    cwd: os.tmpdir(),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const code = await new Promise((resolve) => child.on("close", resolve));
  server.close();
  const seconds = (performance.now() - begun) / 1000;
  const memory = Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024;
  if (code !== 0) throw new Error(said);
  console.log(`${count} calls as ${values.format}: ${seconds.toFixed(1)} s, at most ${memory.toFixed(0)} MB`);
});
