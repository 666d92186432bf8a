import * as path from "node:path";
import { createSimulator } from "lumenone-simulator";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import { SecretReference } from "../../../provider/tenant/file/secret-reference";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();

describe("a tenant's file", () => {
  test("lies over what it extends, key by key, and paths begin at the file that names them", () => {
    write("over/prompts/base.md", "You help.\n");
    write("over/staging/prompts/own.md", "You help, for now.\n");
    write(
      "over/_defaults.yaml",
      "workspaces:\n  support: { topN: 4, similarityThreshold: 0.3, openAiPrompt: { file: prompts/base.md } }\n",
    );
    write(
      "over/acme.yaml",
      "extends: _defaults.yaml\norganization: { name: Acme }\nworkspaces:\n  support: { topN: 6, tools: [crm] }\n  phone:\n" +
        "tools:\n  crm: { type: function, config: { url: https://crm, token: { secret: crmToken } } }\nfolders:\n  manuals:\n",
    );
    const staging = write(
      "over/staging/acme.yaml",
      "extends: ../acme.yaml\nstack: acme-staging\norganization: { name: Acme (staging) }\nworkspaces:\n" +
        "  support: { openAiPrompt: { file: prompts/own.md } }\n  phone: false\ntools:\n  crm: { config: { secret: crm } }\n",
    );
    const { problems, args, stack, name, secrets } = readTenantFile(path.join(folder, "over/acme.yaml"));
    expect(problems).toEqual([]);
    expect([name, stack, secrets]).toEqual(["acme", "acme", ["crmToken"]]);
    expect(args).toEqual({
      organization: { name: "Acme" },
      workspaces: {
        support: { topN: 6, similarityThreshold: 0.3, openAiPrompt: "You help.", tools: ["crm"] },
        phone: {},
      },
      tools: {
        crm: { type: "function", config: { url: "https://crm", token: new SecretReference("crmToken", false) } },
      },
      folders: { manuals: {} },
    });

    const overlay = readTenantFile(staging);
    expect(overlay.problems).toEqual([]);
    expect([overlay.name, overlay.stack]).toEqual(["acme", "acme-staging"]);
    expect(overlay.args["workspaces"]).toEqual({
      support: { topN: 6, similarityThreshold: 0.3, openAiPrompt: "You help, for now.", tools: ["crm"] },
    });
    expect(overlay.files.map((file) => path.relative(path.join(folder, "over"), file)).sort()).toEqual([
      "_defaults.yaml",
      "acme.yaml",
      "staging/acme.yaml",
      "staging/prompts/own.md",
    ]);
  });

  test("a key `file` of a tool's own configuration is no reference", () => {
    const { args } = readTenantFile(
      write("plain.yaml", "tools:\n  t: { type: mcp, config: { file: a, more: { file: b } } }\n"),
    );
    expect(args).toEqual({ tools: { t: { type: "mcp", config: { file: "a", more: { file: "b" } } } } });
  });

  test("one that is empty is an organization of the file's name", () => {
    expect(readTenantFile(write("globex.yaml", "# nothing yet\n"))).toMatchObject({
      name: "globex",
      args: {},
      problems: [],
    });
  });
});

describe("pulumi-lumenone validate", () => {
  test("tells file, line, column and remedy, and exits with 1; bases are no tenants", async () => {
    write("fleet/_base.yaml", "workspaces:\n  support: { topN: 0 }\n");
    write("fleet/acme.yaml", "extends: _base.yaml\n");
    write("fleet/beta.yaml", "extends: _base.yaml\nworkspaces:\n  support: { topN: 5 }\n");
    write("fleet/notes.txt", "no tenant\n");
    const { code, stdout, stderr } = await runCommand(["validate", "fleet/"], { cwd: folder });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toBe(
      "fleet/_base.yaml:2:14: workspaces.support.topN is 0: the least is 1.\n2 tenants, 1 of them with problems.\n",
    );
  });

  test("gives one JSON value, with the secrets that each stack needs", async () => {
    write("good/acme.yaml", "tools:\n  crm: { type: function, config: { secret: crm } }\n");
    const { code, stdout } = await runCommand(["validate", "good", "--json"], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      tenants: [{ file: "good/acme.yaml", stack: "acme", secrets: ["crm"], valid: true }],
      problems: [],
    });
  });

  test("tells two files of one stack", async () => {
    write("twice/acme.yaml", "organization: {}\n");
    write("twice/other.yaml", "stack: acme\n");
    const { code, stdout } = await runCommand(["validate", "twice"], { cwd: folder });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^twice\/other\.yaml:1:1: .*acme\.yaml is the stack "acme" already/),
    ]);
  });

  test("needs neither network, key nor Pulumi, and takes hundreds of files in seconds", async () => {
    const simulator = await createSimulator();
    for (let index = 0; index < 300; index++) write(`many/t${index}.yaml`, "workspaces:\n  support: { topN: 5 }\n");
    const started = performance.now();
    const { code, stdout } = await runCommand(["validate", "many"], { cwd: folder, simulator, env: { PATH: "" } });
    await simulator.close();
    expect([code, stdout]).toEqual([0, "300 tenants, no problem.\n"]);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(simulator.journal).toHaveLength(0);
  });

  test("a folder that is not there is wrong usage", async () => {
    const { code, stderr } = await runCommand(["validate", "nowhere"], { cwd: folder });
    expect([code, stderr]).toEqual([64, expect.stringContaining("There is no file or folder nowhere")]);
  });
});
