import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { filesIn, runCommand, temporaryFolder } from "../../support/command/run-command";
import { docsSite } from "../../support/published-docs/docs-site";
import { fernDocument } from "../../support/published-docs/fern-docs";
import { type PlainApi, plainApi } from "../../support/published-docs/plain-api";

/** `doctor --docs` as it is typed. */
const folder = temporaryFolder();
afterAll(() => folder.remove());

const at = (name: string) => path.join(folder.path, name);

/** Docs with another path, and with another name of a field. */
function changedDocs(): string {
  const api: PlainApi = plainApi();
  api.paths["/organizations"] = api.paths["/org/new"]!;
  delete api.paths["/org/new"];
  const { number_id: number, ...properties } = api.components.schemas["VoiceIntegration"]!["properties"] as Record<
    string,
    object
  >;
  api.components.schemas["VoiceIntegration"]!["properties"] = { ...properties, phoneNumberId: number };
  const file = at("changed.json");
  fs.writeFileSync(file, JSON.stringify(fernDocument(api), undefined, 2));
  return file;
}

function unchangedDocs(): string {
  const file = at("unchanged.json");
  fs.writeFileSync(file, JSON.stringify(fernDocument(plainApi())));
  return file;
}

const doctor = (...args: string[]) => runCommand(["doctor", "--docs", ...args], { cwd: folder.path });

test("docs that say the same: exit code 0", async () => {
  const { code, stdout } = await doctor(unchangedDocs());
  expect(stdout).toMatch(/45 of 45 operations are documented: 0 facts differ/);
  expect(code).toBe(0);
});

test("docs that differ: exit code 2, and each difference comes first, with its line and its correction", async () => {
  const { code, stdout } = await doctor(changedDocs(), "--out", "report.md");
  expect(code).toBe(2);
  const [, , ...rows] = stdout.trimStart().split("\n");
  const cells = rows.slice(0, 4).map((row) => row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));
  expect(cells.map(([operation, fact, ours, docs]) => [operation, fact, ours, docs])).toEqual([
    ["createOrganization", "path", "/org/new", "/organizations"],
    ...["getVoiceAssistantConfig", "updateVoiceAssistantConfig", "provisionVoiceIntegration"].map((operation) => [
      operation,
      "response.voiceIntegration.number_id: name",
      "number_id",
      "phoneNumberId",
    ]),
  ]);
  const lines = fs.readFileSync(at("changed.json"), "utf8").split("\n");
  const [moved, renamed] = cells.map(([, , , , where = ""]) => lines[Number(where.split(":").at(-1)) - 1]);
  expect(moved).toContain('"post": {');
  expect(renamed).toContain('"phoneNumberId": {');
  expect(cells[1]![5]).toMatch(/^\$\.components\.schemas\.VoiceIntegration\.properties\.number_id: .*phoneNumberId/);
  expect(fs.readFileSync(at("report.md"), "utf8")).toContain("| createOrganization ");
});

test("--json: every operation with its facts", async () => {
  const { stdout, code } = await doctor(changedDocs(), "--json");
  const { operations } = JSON.parse(stdout) as {
    operations: { operationId: string; title: string; facts: object[] }[];
  };
  expect(code).toBe(2);
  expect(operations).toHaveLength(45);
  const created = operations.find(({ operationId }) => operationId === "createOrganization");
  expect(created?.title).toBe("Create organization");
  expect(created?.facts).toContainEqual(
    expect.objectContaining({ fact: "path", ours: "/org/new", docs: "/organizations", verdict: "differs" }),
  );
  expect(created?.facts).toContainEqual({ fact: "method", ours: "POST", docs: "POST", verdict: "same" });
});

test("--overlay: an OpenAPI Overlay 1.0 that is not overwritten without --force", async () => {
  const docs = changedDocs();
  expect((await doctor(docs, "--overlay", "lumenone.overlay.yaml")).code).toBe(2);
  const text = fs.readFileSync(at("lumenone.overlay.yaml"), "utf8");
  expect(parse(text)).toMatchObject({
    overlay: "1.0.0",
    actions: expect.arrayContaining([
      { target: "$.paths['/org/new'].post", update: { "x-wire-path": "/organizations", "x-provenance": "documented" } },
      {
        target: "$.components.schemas.VoiceIntegration.properties.number_id",
        update: { "x-wire-name": "phoneNumberId" },
      },
    ]) as unknown,
  });
  fs.writeFileSync(at("lumenone.overlay.yaml"), "mine");
  const again = await doctor(docs, "--overlay", "lumenone.overlay.yaml");
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("Give --force to overwrite it")]);
  expect(fs.readFileSync(at("lumenone.overlay.yaml"), "utf8")).toBe("mine");
  expect((await doctor(docs, "--overlay", "lumenone.overlay.yaml", "--force")).code).toBe(2);
  expect(fs.readFileSync(at("lumenone.overlay.yaml"), "utf8")).toBe(text);
});

test("--contract: compares with the corrected contract, and the next overlay holds what is in force", async () => {
  const docs = changedDocs();
  await doctor(docs, "--overlay", "first.yaml");
  const second = await doctor(docs, "--contract", "first.yaml", "--overlay", "second.yaml");
  expect(second.stdout).toMatch(/: 0 facts differ/);
  expect(second.code).toBe(0);
  expect((await doctor(docs, "--contract", "second.yaml")).code).toBe(0);
  expect((await doctor(docs)).code).toBe(2);
});

test("a site: read without the key and the account, whatever the environment says", async () => {
  const site = await docsSite(fernDocument(plainApi()), "pages");
  const secrets = {
    LUMENONE_API_KEY: "sk-never-to-be-sent",
    LUMENONE_ACCOUNT_ID: "11111111-1111-4111-8111-111111111111",
  };
  const { code } = await runCommand(["doctor", "--docs", site.url], { cwd: folder.path, env: secrets });
  await site.close();
  expect(code).toBe(0);
  expect(site.requests.length).toBeGreaterThan(45);
  for (const { method, headers } of site.requests) {
    expect(method).toBe("GET");
    expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
    expect(JSON.stringify(headers)).not.toMatch(/never-to-be-sent|11111111/);
  }
});

test("a source that is not there: exit code 1, one paragraph, and nothing is written", async () => {
  const before = filesIn(folder.path);
  const { code, stdout, stderr } = await doctor("missing.json", "--overlay", "new.yaml", "--out", "new.md");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^missing\.json cannot be compared: There is no such file\. Check the path\.$/m);
  expect(filesIn(folder.path)).toEqual(before);
});

test("options of a host beside --docs: wrong usage", async () => {
  expect((await doctor("-", "--write-test")).code).toBe(64);
  expect((await doctor("-", "--organization", "acme")).code).toBe(64);
});
