import * as path from "node:path";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import { SecretReference } from "../../../provider/tenant/file/secret-reference";
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
