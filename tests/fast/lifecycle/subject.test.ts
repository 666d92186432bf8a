import { definitionOf } from "../../../provider/definitions/registry";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { type Values } from "../../../provider/lifecycle/state/values";
import { memoryContext } from "../../support/memory-context";

/** How messages refer to a resource: without what the program may have made secret. */
const subject = (kind: string, values: Values, id?: string) =>
  new Subject(definitionOf(kind), memoryContext(), values, id);

test.each<[label: string, kind: string, values: Values]>([
  ["Workspace", "Workspace", { organization: "acme", name: "hush" }],
  ["Organization", "Organization", { name: "hush" }],
  ["OrganizationTool (acme)", "OrganizationTool", { organization: "acme", name: "hush", type: "http" }],
  ["OrganizationTool", "OrganizationTool", { organization: undefined, name: "hush" }],
  ["Folder (acme)", "Folder", { organization: "acme", name: "hush" }],
  ["ToolAttachment (support/7)", "ToolAttachment", { workspace: "support", tool: "7" }],
  ["ToolAttachment (support)", "ToolAttachment", { workspace: "support", tool: undefined }],
])("%s is the label of a %s with %j", (label, kind, values) => {
  expect(subject(kind, values).label).toBe(label);
});

test("the label of an object with an id has its kind and its id", () => {
  const { label, id } = subject("Workspace", { organization: "acme", name: "hush" }, "support");
  expect([label, id]).toEqual(["Workspace (support)", "support"]);
});

test("the id of an object that has none yet is an error", () => {
  expect(() => subject("Workspace", { name: "Support" }).id).toThrow("Workspace has no id yet");
});
