import { createSimulator, type Simulator } from "lumenone-simulator";
import { runCommand, settingsOf } from "../../support/command/run-command";

jest.setTimeout(30_000);

let simulator: Simulator;
beforeEach(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "staging-pr-1-Acme" }, { name: "staging-pr-2-Acme" }, { name: "Acme staging-pr-" }],
      workspaces: [{ organization: "staging-pr-1-acme", name: "Support" }, { organization: "acme-staging-pr" }],
      tools: [{ organization: "staging-pr-1-acme", name: "crm" }],
      folders: [{ organization: "staging-pr-1-acme", name: "manuals" }],
      documents: [{ organization: "staging-pr-1-acme", folder: "manuals" }],
    },
  });
});
afterEach(() => simulator.close());

const names = () => simulator.snapshot().organizations.map(({ name }) => name);

test("removes what the prefix names, children first, and nothing else", async () => {
  const exit = await runCommand(["sweep", "--prefix", "staging-pr-", "--yes"], { simulator });
  expect(exit).toMatchObject({ code: 0 });
  expect(names()).toEqual(["Acme staging-pr-"]);
  const { workspaces, tools, folders, documents } = simulator.snapshot();
  expect([workspaces.length, tools.length, folders.length, documents.length]).toEqual([1, 0, 0, 0]);
  const writes = simulator.journal.writes().map(({ operationId }) => operationId);
  expect(writes.indexOf("deleteOrganization")).toBeGreaterThan(writes.indexOf("deleteWorkspace"));
  expect(writes.indexOf("deleteOrganization")).toBeGreaterThan(writes.indexOf("deleteFolder"));
  expect(writes.indexOf("deleteOrganization")).toBeGreaterThan(writes.indexOf("deleteOrganizationTool"));
});

test.each([
  ["without a prefix", ["sweep", "--yes"], 64],
  ["with an empty one", ["sweep", "--prefix", "  ", "--yes"], 64],
  ["with one of two letters", ["sweep", "--prefix", "Ac", "--yes"], 64],
  ["without --yes where nobody can be asked", ["sweep", "--prefix", "staging-pr-"], 3],
  ["with --dry-run", ["sweep", "--prefix", "staging-pr-", "--dry-run"], 0],
])("%s nothing is removed", async (_, args, code) => {
  expect(await runCommand(args, { simulator })).toMatchObject({ code });
  expect(names()).toHaveLength(3);
  expect(simulator.journal.writes()).toEqual([]);
});

test("an account is needed, unless every account is meant; then the table says which", async () => {
  const [account] = simulator.snapshot().accounts;
  const other = simulator.person.add("accounts", { name: "Other" });
  simulator.person.add("organizations", { name: "staging-pr-3-Other", account: other.id });
  const none = { simulator, env: { LUMENONE_ACCOUNT_ID: "" } };
  const refused = await runCommand(["sweep", "--prefix", "staging-pr-", "--yes"], none);
  expect(refused.code).toBe(64);
  expect(refused.stderr).toMatch(/needs an account.*--all-accounts/s);
  const listed = await runCommand(["sweep", "--prefix", "staging-pr-", "--all-accounts", "--dry-run"], none);
  expect(listed.stdout).toMatch(new RegExp(`\\| ${other.id} +\\| staging-pr-3-other`));
  expect(listed.stdout).toMatch(new RegExp(`\\| ${account?.id} +\\| staging-pr-1-acme`));

  // The account that is configured bounds it.
  const own = await runCommand(["sweep", "--prefix", "staging-pr-", "--yes"], { simulator });
  expect(own.stderr).toMatch(`in account ${account?.id} at ${simulator.url} (as the environment says)`);
  expect(names()).toEqual(["Acme staging-pr-", "staging-pr-3-Other"]);
});

test("what could not be removed is reported, and its organization stays", async () => {
  simulator.faults.add({ kind: "status", status: 400, operationId: "deleteWorkspace", times: Infinity });
  const exit = await runCommand(["sweep", "--prefix", "staging-pr-", "--yes", "--json"], { simulator });
  expect(exit.code).toBe(1);
  expect(JSON.parse(exit.stdout)).toMatchObject({
    removed: ["staging-pr-2-acme"],
    failed: [{ organization: "staging-pr-1-acme" }],
  });
  expect(names()).toEqual(["staging-pr-1-Acme", "Acme staging-pr-"]);
});

test("simulate runs until it is stopped, and prints how to reach it", async () => {
  const exit = await runCommand(["simulate", "--seed", "demo"], { endWhen: /running/ });
  expect(exit.code).toBe(0);
  const printed = [...exit.stdout.matchAll(/^export (\w+)=/gm)].map(([, name]) => name);
  expect(printed).toEqual(Object.keys(settingsOf(simulator)));
});

test.each([
  [["--help"], 0, /import .*clone .*doctor .*drift .*sweep .*simulate /s],
  [["import", "--help"], 0, /Examples:\n {2}pulumi-lumenone import --organization acme/],
  [["nonsense"], 64, /unknown command 'nonsense'/],
  [["import", "--all"], 64, /required option '--out <folder>' not specified/],
  [["simulate", "--port", "x"], 64, /--port is "x"/],
])("%j ends with %i", async (args, code, says) => {
  const exit = await runCommand(args, {});
  expect(exit.code).toBe(code);
  expect(exit.stdout + exit.stderr).toMatch(says);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
  expect(exit.stdout + exit.stderr).not.toMatch(/\u001b/);
});
