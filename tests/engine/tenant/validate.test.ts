import { createSimulator } from "lumenone-simulator";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();

describe("pulumi-lumenone validate", () => {
  test("reports file, line, column and remedy, and exits with 1; bases are not tenants", async () => {
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
      command: "validate",
      version: expect.any(String) as string,
      tenants: [{ file: "good/acme.yaml", stack: "acme", secrets: ["crm"], valid: true }],
      problems: [],
    });
  });

  test("reports two files of one stack", async () => {
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

  test("refuses a file outside of the given folder, and with --allow-outside does not show its content", async () => {
    write("secret.md", "what nobody may read\n");
    write("near/acme.yaml", "workspaces:\n  a: { openAiPrompt: { file: ../secret.md } }\n");
    const { code, stdout } = await runCommand(["validate", "near"], { cwd: folder });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^near\/acme\.yaml:2:30: \.\.\/secret\.md .*outside of .*--allow-outside/),
    ]);
    const allowed = await runCommand(["validate", "near", "--allow-outside", "--json"], { cwd: folder });
    expect([allowed.code, allowed.stdout]).toEqual([0, expect.not.stringContaining("nobody")]);
  });

  test("a folder that is not there is wrong usage", async () => {
    const { code, stderr } = await runCommand(["validate", "nowhere"], { cwd: folder });
    expect([code, stderr]).toEqual([64, expect.stringContaining("There is no file or folder nowhere")]);
  });
});
