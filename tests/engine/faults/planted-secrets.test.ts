import * as fs from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { inputFields } from "../../../provider/lifecycle/definition/fields";
import { runCommand } from "../../support/command/run-command";
import { lumenoneConfig } from "../../support/lumenone-config";
import { readableFiles } from "../../support/faults/readable-files";
import { secretForms } from "../../support/faults/secret-forms";
import { type RunResult, testStack, type TestStack } from "../../support/stack";

/**
 * A secret in every field of every kind that can hold one, while every step fails in every way that the simulator knows: none
 * of them stands in a file, an output, an event or a log. docs/secrets.md lists the fields that are left out, and why.
 */
const apiKey = "k3y-9a8b7c6d5e-never-show";
/** Blanks and signs, so that a slug, which LumenOne makes from a name, is another text. */
const secret = (field: string, version: number) => `Hush ${field} v${version} "q" & Zr`;
const planted = new Set<string>();
/** By kind. LumenOne can repeat what an object has, and what a request sends. */
const plantedIn = new Map<string, string[]>();

let simulator: Simulator;
let stack: TestStack;
const left: Record<string, string> = {};

function program(version: number): () => void {
  let kind = "";
  const plant = (field: string, text = secret(field, version)) => {
    planted.add(text);
    plantedIn.set(kind, [...new Set([...(plantedIn.get(kind) ?? []), text])]);
    return pulumi.secret(text);
  };
  const of = (next: string) => void (kind = next);
  return () => {
    of("Account");
    const account = new lumenone.Account("account", { name: plant("account", secret("account", 1)) });
    of("Organization");
    const acme = new lumenone.Organization("acme", { name: plant("organization") });
    of("Workspace");
    const support = new lumenone.Workspace("support", {
      organization: acme,
      name: plant("workspace"),
      openAiPrompt: plant("openAiPrompt"),
      queryRefusalResponse: plant("queryRefusalResponse"),
      chatProvider: plant("chatProvider"),
      chatModel: plant("chatModel"),
      agentProvider: plant("agentProvider"),
      agentModel: plant("agentModel"),
    });
    of("OrganizationTool");
    const crm = new lumenone.OrganizationTool("crm", {
      organization: acme,
      name: plant("tool", `Hush-tool-v${version}-q-Zr`),
      type: plant("type"),
      description: plant("toolDescription"),
      config: { token: plant("token"), deep: [{ headers: { authorization: plant("header") } }, plant("item")] },
    });
    new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });
    of("Document");
    const manuals = new lumenone.Folder("manuals", { organization: acme });
    const handbook = new lumenone.Document("handbook", {
      organization: acme,
      folder: manuals,
      source: new pulumi.asset.StringAsset(secret("content", 1)),
      docAuthor: plant("docAuthor"),
      description: plant("description"),
      docSource: plant("docSource"),
    });
    planted.add(secret("content", 1));
    new lumenone.DocumentEmbedding("support-handbook", { workspace: support, document: handbook });
    of("NumberRequest");
    new lumenone.NumberRequest("line", {
      organization: acme,
      country: plant("country", secret("country", 1)),
      numberType: plant("numberType", secret("numberType", 1)),
    });
    of("VoiceConfig");
    const voice = { provider: "11labs", model: "eleven_turbo_v2_5" } as const;
    new lumenone.VoiceConfig("voice", {
      workspace: support,
      firstMessage: plant("firstMessage"),
      prompt: plant("prompt"),
      // What LumenOne's catalog lists is not the program's.
      voice: { ...voice, voiceId: plant("voiceId") },
      fallbackVoices: ["one", "two", "three"].map((each) => ({ ...voice, voiceId: plant(`fallback ${each}`) })),
    });
    return { account: account.id };
  };
}

/** Each write fails in another way; what LumenOne says repeats all that could have been sent. */
function failing(operations: readonly (readonly [kind: string, operationId: string])[], round = 0): void {
  operations.forEach(([kind, operationId], index) => {
    const words = [...(plantedIn.get(kind) ?? []), apiKey].join(", ");
    const body = { success: false, message: `Refused: ${words}` };
    const ways: Omit<Fault, "operationId">[] = [
      { kind: "status", status: 400, body },
      { kind: "status", status: 409, body },
      { kind: "status", status: 422, body },
      { kind: "html", status: 502 },
      { kind: "text", body: words, when: "before" },
      { kind: "resetBefore" },
      { kind: "halfJson" },
      { kind: "status", status: 500, body },
      { kind: "status", status: 403, body },
    ] as Omit<Fault, "operationId">[];
    simulator.faults.add({ ...ways[(index + 2 * round) % ways.length], operationId, times: 9 } as Fault);
  });
}

function keep(name: string, { stdout, stderr, events }: RunResult): void {
  left[`${name}: stdout`] = stdout;
  left[`${name}: stderr`] = stderr;
  left[`${name}: events`] = JSON.stringify(events);
  for (const file of readableFiles(path.dirname(stack.folder)))
    left[`${name}: ${file}`] = fs.readFileSync(file, "utf8");
}

const operationsOf = (step: "create" | "read" | "list" | "update" | "delete") =>
  kinds.flatMap((kind) => {
    const operationId = definitionOf(kind).operations[step];
    return operationId === undefined ? [] : [[kind, operationId] as const];
  });

beforeAll(async () => {
  simulator = await createSimulator({ seed: { apiKeys: [apiKey] } });
  const config = lumenoneConfig(simulator, { "lumenone:maxRetries": "0" });
  stack = await testStack({ config, env: { LUMENONE_LOG: "debug" } });
  const all = { args: ["--diff", "--continue-on-error"] } as const;
  const maybe = { ...all, expectFailure: "maybe" } as const;
  // Each round lets one kind more come up, and fails the others in other ways.
  for (const round of [0, 1, 2, 3, 4, 5]) {
    failing(operationsOf("create").slice(round), round);
    keep(`failing up ${round}`, await stack.up(program(1), maybe));
    simulator.faults.clear();
  }
  keep("up", await stack.up(program(1), all));
  failing(operationsOf("update"));
  keep("failing update", await stack.up(program(2), maybe));
  simulator.faults.clear();
  keep("preview", await stack.preview(program(2), { args: ["--diff"] }));
  failing([...operationsOf("read"), ...operationsOf("list")]);
  keep("failing refresh", await stack.refresh(maybe));
  simulator.faults.clear();
  keep("update", await stack.up(program(2), all));
  simulator.faults.add({ operationId: "listOrganizationTools", kind: "maskedSecrets" });
  keep("refresh", await stack.refresh({ args: ["--diff"] }));
  const doctor = await runCommand(["doctor", "--out", path.join(stack.folder, "doctor.md")], { simulator });
  left["doctor"] = doctor.stdout + doctor.stderr + fs.readFileSync(path.join(stack.folder, "doctor.md"), "utf8");
  failing(operationsOf("delete"));
  keep("failing destroy", await stack.destroy(maybe));
  simulator.faults.clear();
  keep("destroy", await stack.destroy(maybe));
}, 300_000);

afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("at least 30 secrets are planted, in every field that takes a free text", () => {
  expect(planted.size).toBeGreaterThanOrEqual(30);
  const source = fs.readFileSync(__filename, "utf8");
  // A folder's name is part of its id, and so are a document's title and its account.
  const excepted = ["Folder.name", "Document.title", "Document.source"];
  const texts = kinds.flatMap((kind) =>
    inputFields(definitionOf(kind).fields)
      .filter(([, { type, refersTo, values }]) => type === "string" && refersTo === undefined && values === undefined)
      .filter(([name]) => name !== "accountId")
      .map(([name]) => `${kind}.${name}`),
  );
  const missing = texts.filter((text) => !excepted.includes(text) && !source.includes(`${text.split(".")[1]}:`));
  expect(missing).toEqual([]);
});

test("the searched events have failures with six statuses, and a hidden value", () => {
  const events = Object.entries(left)
    .filter(([name]) => name.endsWith(": events"))
    .map(([, text]) => text)
    .join("");
  // Events are long: an assertion on the text would print all of it.
  expect(["400", "403", "409", "422", "500", "502"].filter((status) => !events.includes(`returned ${status}`))).toEqual(
    [],
  );
  expect(events.includes("Refused: [secret]")).toBe(true);
});

test("no planted secret stands in a state file, an output, an event, a log or a report", () => {
  const texts = [...planted, apiKey].flatMap((text) => secretForms(text).map((form) => [text, form] as const));
  const found = Object.entries(left).flatMap(([name, text]) =>
    texts.filter(([, form]) => text.includes(form)).map(([word]) => `${name}: ${word}`),
  );
  expect([...new Set(found)]).toEqual([]);
});
