import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { runCommand } from "../../support/command/run-command";

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "simulate-"))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("simulate", () => {
  test("with --quirk twice starts a simulator with both quirks", async () => {
    const state = path.join(folder, "state.json");
    const quirks = ["--quirk", "routers", "--quirk", "quotesLost"];
    const exit = await runCommand(["simulate", ...quirks, "--state", state], { endWhen: /running/ });
    expect([exit.stderr, exit.code]).toEqual([expect.any(String), 0]);
    expect(JSON.parse(fs.readFileSync(state, "utf8"))).toMatchObject({ quirks: ["routers", "quotesLost"] });
  });

  test("with a --quirk that is not one exits with 64 and names the quirks", async () => {
    const { code, stderr } = await runCommand(["simulate", "--quirk", "router"], { endWhen: /running/ });
    expect(code).toBe(64);
    expect(stderr).toMatch(
      /--quirk router is not a quirk; known are promptIgnoredAtCreate, automaticChatMode, routers/,
    );
  });
});
