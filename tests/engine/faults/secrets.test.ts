import * as fs from "node:fs";
import * as path from "node:path";
import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { lumenoneConfig } from "../../support/lumenone-config";
import { readableFiles } from "../../support/faults/readable-files";
import { secretForms } from "../../support/faults/secret-forms";
import { type RunResult, testStack, type TestStack } from "../../support/stack";

/** A full life, with our log switched on and a server that echoes what it is sent, leaves no secret anywhere. */
const apiKey = "k3y-4b5c6d7e8f-never-show";
const first = 'hush "one" & more/5f6a';
const second = "hush-two-7c8d9e";
const forms = [apiKey, first, second].flatMap(secretForms);

let simulator: Simulator;
let stack: TestStack;
const left: Record<string, string> = {};

const program = (token: string) => () => {
  const acme = new lumenone.Organization("acme");
  const crm = new lumenone.OrganizationTool("crm", {
    organization: acme,
    type: "function",
    config: { deep: [{ token }] },
  });
  const support = new lumenone.Workspace("support", { organization: acme });
  new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });
  new lumenone.VoiceConfig("voice", { workspace: support });
  new lumenone.Folder("manuals", { organization: acme });
  return { config: crm.config };
};

/** A lookup has no secret input that would show the engine which outputs are secret. */
const looking = () => {
  const crm = lumenone.OrganizationTool.get("viewed", "seen/2");
  return { seen: crm.config };
};

/** The tool is taken over, and bringing it to the declared state fails. */
const halfDone = () => {
  const adopt = true;
  new lumenone.OrganizationTool("half", {
    organization: "seen",
    name: "crm",
    type: "function",
    config: { token: second },
    adopt,
  });
};

function keep(name: string, { stdout, stderr, events }: RunResult): void {
  left[`${name}: stdout`] = stdout;
  left[`${name}: stderr`] = stderr;
  left[`${name}: events`] = JSON.stringify(events);
  for (const file of readableFiles(path.dirname(stack.folder)))
    left[`${name}: ${file}`] = fs.readFileSync(file, "utf8");
}

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      apiKeys: [apiKey],
      organizations: [{ name: "Seen" }],
      tools: ["crm", "viewed"].map((name) => ({
        organization: "seen",
        name,
        type: "function",
        config: { deep: [{ token: first }] },
      })),
    },
  });
  stack = await testStack({ config: lumenoneConfig(simulator), env: { LUMENONE_LOG: "debug" } });
  // Where a program runs, Pulumi's own log of that level shows all of its inputs in clear.
  const loud = { args: ["--logtostderr", "-v=3"] };
  const echo = (operationId: string, token: string) => {
    const body = { success: false, message: `Bad request: {"token": ${JSON.stringify(token)}} by Bearer ${apiKey}` };
    simulator.faults.add({ operationId, kind: "status", status: 400, body });
  };

  echo("createOrganizationTool", first);
  keep("refused create", await stack.up(program(first), { expectFailure: true }));
  keep("up", await stack.up(program(first)));
  echo("updateOrganizationTool", second);
  keep("refused update", await stack.up(program(second), { expectFailure: true }));
  keep("preview", await stack.preview(program(second), { args: ["--diff"] }));
  keep("update", await stack.up(program(second), { args: ["--diff"] }));
  simulator.faults.add({ operationId: "listOrganizationTools", kind: "maskedSecrets" });
  keep("refresh", await stack.refresh(loud));
  simulator.person.change("tools", 3, { config: { deep: [{ token: first }] } });
  keep("drifted refresh", await stack.refresh({ args: ["--diff"] }));
  keep("repaired", await stack.up(program(second), { args: ["--diff"] }));
  simulator.faults.add({ operationId: "updateOrganizationTool", kind: "status", status: 400 });
  keep("half done", await stack.up(halfDone, { expectFailure: true, args: ["--diff"] }));
  keep("lookup", await stack.up(looking, { args: ["--diff"] }));
  keep("lookup preview", await stack.preview(looking, { args: ["--diff"] }));
  keep("lookup refresh", await stack.refresh(loud));
  keep("destroy", await stack.destroy(loud));
  left["journal"] = JSON.stringify(simulator.journal);
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("the searched texts have requests, errors, states and the journal", () => {
  expect(left["up: events"]).toContain("lumenone: createOrganizationTool POST");
  expect(left["refresh: stderr"]).toContain('"level":"INFO"');
  expect(Object.keys(left).some((name) => /^up: .*stacks.*dev\.json$/.test(name))).toBe(true);
  expect(left["refused create: events"]).toContain("Bad request");
  expect(left["drifted refresh: events"]).toContain("config");
  expect(left["half done: events"]).toContain("config could not be set");
  expect(
    Object.entries(left).some(([name, text]) => /^lookup: .*dev\.json$/.test(name) && text.includes("seen/2")),
  ).toBe(true);
  expect(left["journal"]).toContain("updateOrganizationTool");
});

test("OrganizationTool is the only kind with a secret field", () => {
  const secret = kinds.filter((kind) => Object.values(definitionOf(kind).fields).some((field) => field.secret));
  expect(secret).toEqual(["OrganizationTool"]);
});

test("no secret stands in a state file, an output, a log, an error or the journal", () => {
  const found = Object.entries(left).flatMap(([name, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => [name, form]),
  );
  expect(found).toEqual([]);
});
