import { definitionOf } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { hiddenValues } from "../../../provider/lifecycle/object/hidden-values";

/** Which of the program's values no message of LumenOne may repeat, and which ones every message needs. */
test.each([
  ["Workspace", { organization: "acme", name: "Support", topN: 4, adopt: true, accountId: "a" }, ["Support", 4]],
  ["Workspace", { organization: "acme", openAiTemp: null, openAiPrompt: undefined, chatModel: "" }, [""]],
  ["OrganizationTool", { organization: "acme", type: "http", config: { token: "x" } }, ["http", { token: "x" }]],
  ["Folder", { organization: "acme", name: "papers", forceDestroy: true }, []],
  ["Document", { organization: "acme", source: assetOfHash("0a1b"), title: "One" }, ["One"]],
  ["ToolAttachment", { workspace: "support", tool: "7" }, []],
])("of %s %j, these are hidden: %j", (kind, values, hidden) => {
  expect(hiddenValues(definitionOf(kind), values)).toEqual(hidden);
});
