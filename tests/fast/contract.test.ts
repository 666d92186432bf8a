import OpenAPISchemaValidator from "openapi-schema-validator";
import { readContract, withoutProse } from "../../api/generate";
import { type Json } from "../../api/json";

type Operation = Json & { operationId: string; "x-provenance"?: string; "x-repeat"?: string };

const contract = readContract();
const schemas = (contract.components as { schemas: Record<string, Json> }).schemas;
const operations = Object.values(contract.paths as Record<string, Record<string, Operation>>).flatMap((path) =>
  Object.values(path),
);
const provenances = ["documented", "upstream", "assumed"];

/** Every endpoint of the product, by group. The paths stand in the contract alone. */
const operationIds = [
  ["verifyApiKey"],
  ["uploadDocument", "uploadDocumentIntoFolder", "listDocuments", "listDocumentsInFolder", "getDocument"],
  ["createFolder", "deleteFolder", "moveDocuments", "deleteDocuments"],
  ["getWorkspace", "deleteWorkspace", "updateWorkspace", "updateWorkspaceEmbeddings"],
  ["listWorkspaceTools", "attachWorkspaceTool", "detachWorkspaceTool"],
  ["listNumberRequests", "createNumberRequest", "getNumberRequest"],
  ["listNumbers", "listOrganizationNumbers"],
  ["listOrganizations", "createOrganization", "getOrganization", "deleteOrganization", "updateOrganization"],
  ["listOrganizationWorkspaces", "createWorkspace"],
  ["listOrganizationTools", "createOrganizationTool", "deleteOrganizationTool", "updateOrganizationTool"],
  ["listAccounts", "createAccount"],
  ["getVoiceAssistantConfig", "updateVoiceAssistantConfig", "getVoiceCatalog", "provisionVoiceIntegration"],
  ["listCallLogs", "listWorkspaceCallLogs"],
  ["mintWhatsAppConnectToken", "renderWhatsAppConnectPage", "finalizeWhatsAppOnboarding", "disconnectWhatsApp"],
].flat();

describe("the contract", () => {
  test("is valid OpenAPI 3.0", () => {
    const validator = new OpenAPISchemaValidator({ version: 3 });
    expect(validator.validate(contract as unknown as Parameters<typeof validator.validate>[0]).errors).toEqual([]);
  });

  test("has no reference that leads nowhere", () => {
    const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? "");
    const lost = references.filter((path) => {
      const target = path.split("/").reduce<unknown>((node, key) => (node as Json | undefined)?.[key], contract);
      return target === undefined;
    });
    expect(lost).toEqual([]);
  });

  test("has the 45 operations, and no other", () => {
    expect(operationIds).toHaveLength(45);
    expect(operations.map((operation) => operation.operationId).sort()).toEqual([...operationIds].sort());
  });

  test("says of every operation how sure its path is", () => {
    const counts = Object.fromEntries(provenances.map((one) => [one, 0]));
    for (const operation of operations) {
      const provenance = operation["x-provenance"] ?? `none (${operation.operationId})`;
      counts[provenance] = (counts[provenance] ?? 0) + 1;
    }
    expect(counts).toEqual({ documented: 17, upstream: 6, assumed: 22 });
  });

  test("has the title of every operation in LumenOne's documentation, each once", () => {
    const titles = operations.map((operation) => operation["x-title"]);
    expect(titles.filter((title) => typeof title !== "string")).toEqual([]);
    expect(new Set(titles).size).toBe(45);
  });

  test("says of every operation whether it can be repeated", () => {
    const silent = operations.filter((operation) => !["safe", "unsafe"].includes(operation["x-repeat"] ?? ""));
    expect(silent.map((operation) => operation.operationId)).toEqual([]);
  });

  test("says of every schema how sure its fields are", () => {
    const silent = Object.keys(schemas).filter(
      (name) => !provenances.includes(String(schemas[name]?.["x-provenance"])),
    );
    expect(silent).toEqual([]);
  });

  test("knows no other provenance", () => {
    const used = [...JSON.stringify(contract).matchAll(/"x-provenance":"([^"]*)"/g)].map((match) => match[1]);
    expect([...new Set(used)].sort()).toEqual([...provenances].sort());
  });
});

describe("the generated files", () => {
  test("the provider's contract is small, and keeps what a field is called", () => {
    const small = withoutProse(contract) as { components: { schemas: { ToolCreate: { properties: Json } } } };
    expect(Buffer.byteLength(JSON.stringify(small))).toBeLessThan(60 * 1024);
    expect(Object.keys(small.components.schemas.ToolCreate.properties)).toContain("description");
  });
});
