import { definitionOf } from "../../../provider/definitions/registry";
import { importIdForm, importIdOf } from "../../../provider/lifecycle/object/import-id";

/** What a person gives to `pulumi import`. */
const account = "AAAAAAAA-1111-4111-8111-111111111111";
const accountId = account.toLowerCase();

test.each([
  ["Organization", "acme", "acme", {}],
  ["Organization", `${account}/acme`, "acme", { accountId }],
  ["Workspace", "support", "support", {}],
  ["Workspace", "acme/support", "support", { organization: "acme" }],
  ["Workspace", `${account}/support`, "support", { accountId }],
  ["Workspace", `${account}/acme/support`, "support", { accountId, organization: "acme" }],
  ["OrganizationTool", "acme/7", "acme/7", {}],
  ["OrganizationTool", `${account}/acme/7`, "acme/7", { accountId }],
  ["DocumentEmbedding", "support/acme/papers/one.json", "support/acme/papers/one.json", {}],
  ["Account", account, account, {}],
])("an import of %s by %s has an id and fields", (kind, given, id, fields) => {
  expect(importIdOf(definitionOf(kind), given)).toEqual({ id, fields });
});

test.each([
  ["Organization", "", "orgSlug"],
  ["Workspace", "acme/", "organization/slug"],
  ["OrganizationTool", "acme", "orgSlug/toolId"],
  ["OrganizationTool", "acme/", "orgSlug/toolId"],
  ["OrganizationTool", "/7", "orgSlug/toolId"],
])("%s by %j is refused with the form to give", (kind, given, form) => {
  expect(importIdForm(definitionOf(kind))).toBe(form);
  expect(() => importIdOf(definitionOf(kind), given)).toThrow(
    `"${given}" is not an import id of this kind. Give ${form}, with original slugs`,
  );
});
