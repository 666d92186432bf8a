import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { describeProblem } from "../../../provider/tenant/file/describe-problem";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import { tenantFromFile } from "../../../provider/tenant/file/tenant-from-file";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();
const project = path.join(folder, "project");
const content = "what-nobody-may-read";

beforeAll(() => {
  write("project/Pulumi.yaml", "name: fleet\nruntime: nodejs\n");
  write("project/prompts/support.md", "You help.\n");
  write("project/tenants/_base.yaml", "workspaces: { support: { topN: 4 } }\n");
  write("outside/secret.md", content);
  write("outside/secret.yaml", `${content}: [\n`);
  write("outside/acme.yaml", `organization: { name: ${content} }\n`);
  const links = {
    "project/tenants/link.md": "../../outside/secret.md",
    "project/tenants/chain.md": "link.md",
    "project/tenants/dangling.md": "../../outside/not-there.md",
    "project/tenants/folder": "../../outside",
    "project/tenants/inside.md": "../prompts/support.md",
    "project/tenants/stdin.md": "/dev/stdin",
    "project/tenants/loop.md": "loop.md",
    "project/tenants/linked.yaml": "../../outside/acme.yaml",
    "project/linked": "../outside",
    "project-link": "project",
  };
  for (const [link, target] of Object.entries(links)) fs.symlinkSync(target, path.join(folder, link));
  execFileSync("mkfifo", [path.join(project, "tenants/pipe")]);
});

const read = (yaml: string, options = {}) => readTenantFile(write("project/tenants/acme.yaml", yaml), options);
const problemsIn = (yaml: string) => read(yaml).problems.map(describeProblem);
const prompt = (file: string) => `workspaces:\n  a: { openAiPrompt: { file: ${JSON.stringify(file)} } }\n`;

const outside = [
  "../../outside/secret.md",
  "../../outside/not-there.md",
  "../prompts/../../outside/secret.md",
  "not-there/../../../outside/secret.md",
  "/etc/hostname",
  "/etc/not-there",
  "/proc/self/environ",
  "/dev/stdin",
  "/dev/fd/0",
  "stdin.md",
  "link.md",
  "chain.md",
  "dangling.md",
  "folder/secret.md",
  "folder/not-there.md",
  "folder/../../outside/../../../etc/hostname",
  "../..",
];

describe("a file outside of the project's folder", () => {
  test.each(outside)("is not a text: %s", (file) => {
    expect(problemsIn(prompt(file))).toEqual([
      expect.stringMatching(/acme\.yaml:2:30: .* lies outside of .*project, .*--allow-outside.*allowOutside: true/),
    ]);
    expect(problemsIn(prompt(file))[0]).toContain(`${file} is to be a text`);
  });

  test.each(outside)("is not a document: %s", (file) => {
    expect(problemsIn(`documents:\n  a: { source: ${JSON.stringify(file)} }\n`)).toEqual([
      expect.stringMatching(/acme\.yaml:2:16: .* is to be a document, and lies outside/),
    ]);
  });

  test.each([...outside, "folder/secret.yaml", "linked.yaml"])("is not a base: %s", (file) => {
    const problems = problemsIn(`organization: {}\nextends: [_base.yaml, ${JSON.stringify(file)}]\n`);
    expect(problems).toEqual([expect.stringMatching(/acme\.yaml:2:23: .* lies outside/)]);
    expect(problems[0]).not.toContain(content);
  });

  test("is not a base of a base, and no text of a base: paths begin at the base", () => {
    write("project/tenants/_far.yaml", prompt("../../outside/secret.md"));
    expect(problemsIn("extends: _far.yaml\n")).toEqual([expect.stringMatching(/_far\.yaml:2:30: .* lies outside/)]);
    write("project/tenants/_far.yaml", "extends: ../../outside/secret.yaml\n");
    expect(problemsIn("extends: _far.yaml\n")).toEqual([expect.stringMatching(/_far\.yaml:1:10: .* lies outside/)]);
  });

  test("is not a tenant, behind a link of its own or a folder's", () => {
    for (const file of ["project/tenants/linked.yaml", "project/linked/acme.yaml"]) {
      const { problems, args, files } = readTenantFile(path.join(folder, file), { project });
      expect(problems).toEqual([
        { ...problems[0], line: 1, message: expect.stringContaining("lies outside") as string },
      ]);
      expect(JSON.stringify([problems, args, files])).not.toContain(content);
    }
  });

  test("is read where that is allowed", () => {
    expect(read(prompt("link.md"), { allowOutside: true })).toMatchObject({
      problems: [],
      args: { workspaces: { a: { openAiPrompt: content } } },
    });
    expect(read("extends: ../../outside/acme.yaml\n", { allowOutside: true })).toMatchObject({
      problems: [],
      args: { organization: { name: content } },
    });
  });
});

test("a program reads no file outside of its project either, unless it says so", () => {
  // Its own error keeps the second from being made here, where no engine is.
  const file = write(
    "project/tenants/of-program.yaml",
    `extends: ../../outside/acme.yaml\nworkspaces: { a: { topN: 0 } }\n`,
  );
  expect(() => tenantFromFile(file)).toThrow(/:1:10: .* lies outside/);
  expect(() => tenantFromFile(file, { allowOutside: true })).toThrow(/^[^\n]*workspaces\.a\.topN[^\n]*$/);
});

describe("a file of the project", () => {
  test("is read, also through a link and when the project itself is reached through one", () => {
    const help = { problems: [], args: { workspaces: { a: { openAiPrompt: "You help." } } } };
    for (const file of ["../prompts/support.md", "inside.md", path.join(project, "prompts/support.md")]) {
      expect(read(prompt(file))).toMatchObject(help);
      expect(readTenantFile(path.join(folder, "project-link/tenants/acme.yaml"))).toMatchObject(help);
      expect(readTenantFile(path.join(folder, "project-link/tenants/acme.yaml"), { project })).toMatchObject(help);
    }
  });

  test.each([
    ["pipe", /is a pipe or a device/],
    ["loop.md", /cannot be read \(ELOOP\)|lies outside/],
    ["~/secret.md", /is not there/],
    ["file:///etc/hostname", /is not there/],
    ["C:\\Windows\\win.ini", /is not there/],
    ["..\\..\\outside\\secret.md", /is not there/],
    ["_base.yaml/more", /is not there/],
    [".", /is a folder/],
  ])("that is not a readable file gives one problem: %s", (file, says) => {
    expect(problemsIn(prompt(file))).toEqual([expect.stringMatching(says)]);
  });

  test("that is larger than any text is refused", () => {
    const file = path.join(project, "tenants/large.md");
    fs.writeFileSync(file, "");
    fs.truncateSync(file, 11 * 1024 * 1024);
    expect(problemsIn(prompt("large.md"))).toEqual([expect.stringContaining("has more than 10 MB")]);
    fs.rmSync(file);
  });
});

test("without a Pulumi.yaml the tenants' own folder is what everything lies in", () => {
  write("bare/tenants/hello.md", "Hello\n");
  write("bare/secret.md", content);
  const near = readTenantFile(write("bare/tenants/near.yaml", prompt("hello.md")));
  expect(near.problems).toEqual([]);
  const far = readTenantFile(write("bare/tenants/far.yaml", prompt("../secret.md")));
  expect(far.problems.map(describeProblem)).toEqual([expect.stringMatching(/lies outside of .*bare\/tenants,/)]);
});
