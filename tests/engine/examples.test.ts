import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { plainPulumi } from "../support/plain-pulumi";
import { sampleFiles } from "../support/sample-files";

/** Every project that a user may run as it is, with plain `pulumi up`, from its own folder. */
const root = path.resolve(__dirname, "../..");
const folders = ["", ...fs.readdirSync(path.join(root, "examples")).map((name) => path.join("examples", name))];
const isProject = (folder: string) => fs.existsSync(path.join(root, folder, "Pulumi.yaml"));
/** Those in other languages need more: tests/languages runs them. */
const isNode = (folder: string) =>
  /^runtime: nodejs$/m.test(fs.readFileSync(path.join(root, folder, "Pulumi.yaml"), "utf8"));
const projects = folders.filter((folder) => isProject(folder) && isNode(folder));

let simulator: Simulator;

beforeEach(async () => {
  simulator = await createSimulator();
});

afterEach(async () => await simulator?.close());

const environment = () => ({
  LUMENONE_API_KEY: simulator.apiKey,
  LUMENONE_BASE_URL: simulator.url,
  LUMENONE_ACCOUNT_ID: simulator.accountId,
});

type Run = (...args: string[]) => Promise<string>;

/** Types are checked once, in the first test of a project: it takes seconds a run. */
const untyped = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

/** Gives a stack of the project in this folder. Every command has to succeed. */
async function inProject(folder: string, use: (run: Run) => Promise<void>, more = {}): Promise<void> {
  const project = path.join(root, folder);
  // Where each stack is a customer, it has to be one of them.
  const stack = fs.existsSync(path.join(project, "tenants")) ? "acme" : `test-${process.pid}`;
  const pulumi = await plainPulumi(project, { env: { ...environment(), ...more } });
  const run: Run = async (...args) => {
    const { code, output, stdout } = await pulumi.run(...args, "--stack", stack, "--non-interactive");
    if (code !== 0) throw new Error(output);
    return stdout;
  };
  try {
    expect(await pulumi.run("stack", "init", stack)).toMatchObject({ code: 0 });
    await use(run);
  } finally {
    fs.rmSync(path.join(project, `Pulumi.${stack}.yaml`), { force: true });
    pulumi.dispose();
  }
}

const up = ["up", "--yes", "--skip-preview"];
const destroy = ["destroy", "--yes", "--skip-preview"];

test("every example is a project", () => {
  const examples = fs
    .readdirSync(path.join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory());
  expect(folders.filter(isProject)).toEqual(["", ...examples.map(({ name }) => path.join("examples", name))]);
});

test.each(projects)("%s: up, an empty preview, destroy", async (folder) => {
  await inProject(folder, async (run) => {
    await run(...up);
    await run("preview", "--expect-no-changes");
    await run(...destroy);
  });
  expect(simulator.snapshot().organizations).toEqual([]);
});

describe("knowledge-base", () => {
  const files = sampleFiles();

  /** What a run asked of LumenOne, reads of lists aside. */
  const work = () => {
    const adds: Record<string, number> = {};
    const deletes: Record<string, number> = {};
    for (const { operationId, parameters, body } of simulator.journal) {
      if (operationId !== "updateWorkspaceEmbeddings") continue;
      const slug = parameters["slug"] ?? "";
      const sent = body as { adds: string[]; deletes: string[] };
      adds[slug] = (adds[slug] ?? 0) + sent.adds.length;
      deletes[slug] = (deletes[slug] ?? 0) + sent.deletes.length;
    }
    const deleted = simulator.journal
      .filter(({ operationId }) => operationId === "deleteDocuments")
      .flatMap(({ body }) => (body as { files: string[] }).files);
    const uploads = simulator.journal.count("uploadDocumentIntoFolder");
    const others = simulator.journal
      .writes()
      .map(({ operationId = "" }) => operationId)
      .filter((id) => !["updateWorkspaceEmbeddings", "deleteDocuments", "uploadDocumentIntoFolder"].includes(id));
    return { uploads, adds, deletes, deleted: deleted.length, others };
  };
  const titles = () => {
    const { documents, embeddings, workspaces } = simulator.snapshot();
    const embedded = workspaces.map(({ id }) =>
      embeddings
        .filter(({ workspaceId }) => workspaceId === id)
        .map(({ documentId }) => documents.find((document) => document.id === documentId)?.title)
        .sort(),
    );
    return { documents: documents.map(({ title }) => title).sort(), embedded };
  };

  test("adding, changing and removing a file does the least work", async () => {
    fs.cpSync(path.join(root, "examples/knowledge-base/documents"), files.folder, { recursive: true });
    await inProject(
      "examples/knowledge-base",
      async (run) => {
        await run("config", "set", "folder", files.folder);
        await run(...up);
        const all = ["guides/returns.md", "opening-hours.md", "prices.pdf"];
        expect(titles()).toEqual({ documents: all, embedded: [all, all] });

        const after = async (change: () => unknown) => {
          change();
          simulator.journal.clear();
          await run(...up);
          return work();
        };
        const twice = (count: number) => ({ support: count, sales: count });
        const nothing = { uploads: 0, adds: {}, deletes: {}, deleted: 0, others: [] };
        expect(await after(() => undefined)).toEqual(nothing);
        expect(await after(() => files.write("jobs.md", "# Jobs"))).toEqual({
          ...nothing,
          uploads: 1,
          adds: twice(1),
          deletes: twice(0),
        });
        expect(await after(() => files.write("opening-hours.md", "# Closed"))).toEqual({
          ...nothing,
          uploads: 1,
          adds: twice(1),
          deletes: twice(1),
          deleted: 1,
        });
        expect(await after(() => fs.rmSync(path.join(files.folder, "prices.pdf")))).toEqual({
          ...nothing,
          adds: twice(0),
          deletes: twice(1),
          deleted: 1,
        });
        const left = ["guides/returns.md", "jobs.md", "opening-hours.md"];
        expect(titles()).toEqual({ documents: left, embedded: [left, left] });
        await run(...destroy);
      },
      untyped,
    );
  });
});

test("phone-line: the number comes later, the assistant gets it at the next up, and calls are shown as secrets", async () => {
  await inProject(
    "examples/phone-line",
    async (run) => {
      const numberOfAssistant = () => simulator.snapshot().voiceIntegrations.map(({ numberId }) => numberId);
      const outputs = async () =>
        JSON.parse(await run("stack", "output", "--json", "--show-secrets")) as Record<string, unknown>;
      await run(...up);
      expect(numberOfAssistant()).toEqual([null]);
      expect(await outputs()).toMatchObject({ status: "pending", phoneNumbers: [], calls: [] });

      simulator.person.fulfilNumberRequest(1, "+15550001111");
      await run("refresh", "--yes", "--skip-preview");
      simulator.person.phoneCall("reception", { summary: "Asked for the opening hours", costTotal: 0.25 });
      await run(...up);
      expect(numberOfAssistant()).toEqual([1]);
      expect(await outputs()).toMatchObject({
        status: "fulfilled",
        phoneNumbers: ["+15550001111"],
        calls: [expect.stringContaining("Asked for the opening hours")],
        cost: 0.25,
      });
      expect(await run("stack", "output")).not.toContain("opening hours");
      await run("preview", "--expect-no-changes");
      const gone = await run(...destroy);
      expect(gone).toMatch(/NumberRequest \(acme-inc\/1\) leaves the state only/);
    },
    untyped,
  );
});

test("call-costs: the costs of each month are outputs that anybody sees, and the calls are not in the state", async () => {
  const call = (createdAt: string, costTotal: number) => ({ createdAt, costTotal, summary: "Asked for the diagnosis" });
  simulator.reset({
    organizations: [{ name: "Acme" }],
    workspaces: [{ name: "Support" }],
    callLogs: [
      call("2025-12-31T23:59:59Z", 8),
      call("2026-01-31T23:59:59Z", 0.1),
      call("2026-01-01T00:00:00Z", 0.2),
      call("2026-02-01T00:00:00Z", 1),
    ],
  });
  await inProject(
    "examples/call-costs",
    async (run) => {
      await run(...up);
      expect(JSON.parse(await run("stack", "output", "--json"))).toEqual({
        costByMonth: { "2026-01": "0.3000", "2026-02": "1.0000" },
        calls: 3,
      });
      expect(await run("stack", "export", "--show-secrets")).not.toContain("diagnosis");
    },
    untyped,
  );
});

test("whatsapp: the script mints a token, fetches the page, finalizes and disconnects", async () => {
  simulator.reset({ organizations: [{ name: "Acme" }], workspaces: [{ name: "Support" }] });
  const connect = async (args: string[], answer = "") => {
    const script = [path.join(root, "node_modules/ts-node/dist/bin.js"), "connect.ts", ...args];
    const cwd = path.join(root, "examples/whatsapp");
    const child = spawn(process.execPath, script, { cwd, env: { ...process.env, ...environment() } });
    child.stdin.end(`${answer}\n`);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    const code = await new Promise((resolve) => child.on("close", resolve));
    return { code, output };
  };
  const connected = () => simulator.snapshot().whatsAppConnections.map((one) => one.connected);

  expect(await connect(["connect", "support"], "a-code")).toMatchObject({
    code: 0,
    output: expect.stringContaining("support is connected") as string,
  });
  expect(connected()).toEqual([true]);
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([
    "mintWhatsAppConnectToken",
    "renderWhatsAppConnectPage",
    "finalizeWhatsAppOnboarding",
  ]);
  expect(await connect(["disconnect", "support"])).toMatchObject({ code: 0 });
  expect(connected()).toEqual([]);
  expect(await connect(["disconnect", "support"])).toMatchObject({
    code: 1,
    output: expect.stringMatching(/disconnectWhatsApp.*404/s) as string,
  });
  expect(await connect([])).toMatchObject({ code: 1, output: expect.stringContaining("Usage") as string });
});
