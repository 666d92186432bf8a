import * as path from "node:path";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import { SecretReference } from "../../../provider/tenant/file/secret-reference";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();

describe("a tenant's file", () => {
  test("lies over what it extends, key by key, and paths begin at the file that names them", () => {
    write("over/Pulumi.yaml", "name: over\nruntime: nodejs\n");
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

  test("a key `file` of a tool's own configuration is not a reference", () => {
    const { args } = readTenantFile(
      write("plain.yaml", "tools:\n  t: { type: mcp, config: { file: a, more: { file: b } } }\n"),
    );
    expect(args).toEqual({ tools: { t: { type: "mcp", config: { file: "a", more: { file: "b" } } } } });
  });

  test("one of sections without anything in them is an organization of the file's name", () => {
    const { problems, args } = readTenantFile(write("globex.yaml", "organization:\nworkspaces:\n"));
    expect([problems, args]).toEqual([[], { organization: {}, workspaces: {} }]);
  });

  test("a byte order mark is taken off, in the file and in its texts", () => {
    write("mark/hello.md", "\uFEFFHello\r\n");
    const file = write("mark/acme.yaml", "\uFEFFworkspaces:\n  a: { openAiPrompt: { file: hello.md } }\n");
    expect(readTenantFile(file)).toMatchObject({
      problems: [],
      args: { workspaces: { a: { openAiPrompt: "Hello" } } },
    });
  });
});

describe("keys", () => {
  test("are texts as they are written, whatever YAML takes them for, and none is lost", () => {
    const keys = ["2024.10", "2024.1", "007", "7", "1e3", "0x1F", "yes", "true", "null", "2026-11-26", "12_000"];
    const { problems, args } = readTenantFile(
      write("keys.yaml", `workspaces:\n${keys.map((key) => `  ${key}: { topN: 3 }\n`).join("")}`),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(args["workspaces"] as object).sort()).toEqual([...keys].sort());
  });

  test("of anchors are merged: the map's own count, then those of the first map", () => {
    const { problems, args } = readTenantFile(
      write(
        "merge.yaml",
        "workspaces:\n  a: &a { topN: 2, openAiTemp: 0.1 }\n  b: &b { <<: *a, topN: 3 }\n  c: { topN: 4, <<: *b }\n" +
          "  d: { <<: [{ openAiTemp: 0.5 }, *a] }\n  e: { <<: *a, <<: { openAiHistory: 5, topN: 9 } }\n" +
          "tools: &tools\n  crm: { type: function }\nfolders:\n  <<: { manuals: {} }\n",
      ),
    );
    expect(problems).toEqual([]);
    expect(args).toEqual({
      workspaces: {
        a: { topN: 2, openAiTemp: 0.1 },
        b: { topN: 3, openAiTemp: 0.1 },
        c: { topN: 4, openAiTemp: 0.1 },
        d: { topN: 2, openAiTemp: 0.5 },
        e: { topN: 2, openAiTemp: 0.1, openAiHistory: 5 },
      },
      tools: { crm: { type: "function" } },
      folders: { manuals: {} },
    });
  });

  test("of a merged map are reported at their place", () => {
    const file = write("merged.yaml", "workspaces:\n  a: &a\n    topN: 0\n  b: { <<: *a, openAiTemp: 1 }\n");
    expect(readTenantFile(file).problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [3, 5, expect.stringContaining("workspaces.a.topN")],
      [3, 5, expect.stringContaining("workspaces.b.topN")],
    ]);
  });
});
