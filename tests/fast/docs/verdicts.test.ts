import { stringify } from "yaml";
import { type Judgement } from "../../../provider/dist/cli/docs/judge-docs";
import { fernDocument } from "../../support/published-docs/fern-docs";
import { judgeText } from "../../support/published-docs/judge";
import { operationsOf, type Json, type PlainApi, plainApi } from "../../support/published-docs/plain-api";

/** What the docs say, and what they leave open. */
/** Docs of the contract after a change. */
function changed(change: (api: PlainApi) => void): Promise<Judgement> {
  const api = plainApi();
  change(api);
  return judgeText(JSON.stringify(fernDocument(api)));
}

const operation = ({ operations }: Judgement, id: string) => operations.find(({ ours }) => ours.operationId === id)!;
const fact = (judgement: Judgement, id: string, name: string) =>
  operation(judgement, id).facts.find((each) => each.fact === name);
const differing = (judgement: Judgement, id?: string) =>
  judgement.operations
    .filter(({ ours }) => id === undefined || ours.operationId === id)
    .flatMap(({ facts }) => facts.filter(({ verdict }) => verdict === "differs").map(({ fact: name }) => name));

const schema = (api: PlainApi, name: string) =>
  api.components.schemas[name] as { properties: Record<string, Json>; required?: string[] };

/** One operation of the docs alone. */
const page = (more: Json, path = "/api/v1/org/new", method = "post"): string =>
  stringify({
    openapi: "3.1.0",
    info: {},
    paths: { [path]: { [method]: { summary: "Create organization", ...more } } },
  });

describe("silence", () => {
  test.each([
    ["no schema", { content: {} }],
    ["an empty object", { content: { "application/json": { schema: { type: "object", properties: {} } } } }],
    ["anything", { content: { "application/json": { schema: { description: "Any type" } } } }],
    [
      "a reference that leads nowhere",
      { content: { "application/json": { schema: { $ref: "#/components/schemas/X" } } } },
    ],
  ])("a response of %s documents no field, and confirms none", async (_, response) => {
    const judgement = await judgeText(page({ responses: { "200": response } }));
    const { facts } = operation(judgement, "createOrganization");
    const documented = facts.filter(
      ({ fact: name, verdict }) => /^(?:response|envelope)/.test(name) && verdict !== "not told",
    );
    expect(documented).toEqual([]);
    expect(JSON.stringify(judgement.actions)).not.toContain("schemas");
  });

  test("a response that names only other things documents neither the envelope nor a field", async () => {
    const json = { schema: { type: "object", properties: { success: { type: "boolean" } } } };
    const judgement = await judgeText(page({ responses: { "200": { content: { "application/json": json } } } }));
    expect(fact(judgement, "createOrganization", "envelope")?.verdict).toBe("not told");
    expect(differing(judgement)).toEqual([]);
  });

  test("a field, a parameter and an error status that the docs lack are not told", async () => {
    const judgement = await changed((api) => {
      delete schema(api, "Tool").properties["config"];
      delete api.components.parameters["Limit"];
      for (const [, , each] of operationsOf(api)) {
        each.parameters = each.parameters?.filter(({ $ref }) => $ref !== "#/components/parameters/Limit") ?? [];
        delete each.responses["429"];
      }
    });
    expect(differing(judgement)).toEqual([]);
    expect(fact(judgement, "listWorkspaceTools", "response.tools[].config: name")?.verdict).toBe("not told");
    expect(fact(judgement, "listCallLogs", "parameters.limit: name")?.verdict).toBe("not told");
    expect(fact(judgement, "listCallLogs", "status: 429")?.verdict).toBe("not told");
  });

  test("an operation that the docs lack is listed, and is not a difference", async () => {
    const judgement = await changed((api) => delete api.paths["/accounts"]);
    expect(differing(judgement)).toEqual([]);
    expect(
      judgement.operations.filter(({ isDocumented }) => !isDocumented).map(({ ours }) => ours.operationId),
    ).toEqual(["listAccounts", "createAccount"]);
  });
});

describe("parts that only the docs have", () => {
  test("fields, parameters, statuses and operations are listed, and are no difference", async () => {
    const judgement = await changed((api) => {
      schema(api, "Tool").properties["icon"] = { type: "string" };
      api.paths["/auth"]!["get"]!.parameters = [{ name: "verbose", in: "query", schema: { type: "boolean" } }];
      api.paths["/auth"]!["get"]!.responses["401"] = { description: "No" };
      api.paths["/plans"] = { get: { operationId: "x", summary: "List plans", tags: ["Plans"], responses: {} } };
    });
    expect(differing(judgement)).toEqual([]);
    expect(operation(judgement, "verifyApiKey").onlyInDocs).toEqual(["status 401", "parameters.verbose"]);
    expect(operation(judgement, "listWorkspaceTools").onlyInDocs).toEqual(["response.tools[].icon"]);
    expect(judgement.onlyInDocs.map(({ title }) => title)).toEqual(["List plans"]);
  });

  test("the name of a placeholder alone is not a difference, nor is its place in a template of other names", async () => {
    const judgement = await changed((api) => {
      api.components.parameters["OrgSlug"]!["name"] = "organization";
      for (const path of Object.keys(api.paths)) {
        const renamed = path.replace("{orgSlug}", "{organization}");
        if (renamed === path) continue;
        api.paths[renamed] = api.paths[path]!;
        delete api.paths[path];
      }
    });
    expect(differing(judgement)).toEqual([]);
  });
});

describe("renames", () => {
  test("one missing and one new field of the same type: a rename", async () => {
    const judgement = await changed((api) => {
      const { url, ...properties } = schema(api, "WhatsAppConnectToken").properties;
      schema(api, "WhatsAppConnectToken").properties = { ...properties, link: url! };
    });
    expect(fact(judgement, "mintWhatsAppConnectToken", "response.url: name")).toMatchObject({
      docs: "link",
      verdict: "differs",
    });
  });

  test("one missing and two new fields of the same type: unclear, not guessed, and in no overlay", async () => {
    const judgement = await changed((api) => {
      const { url, ...properties } = schema(api, "WhatsAppConnectToken").properties;
      schema(api, "WhatsAppConnectToken").properties = { ...properties, link: url!, page: url! };
    });
    expect(fact(judgement, "mintWhatsAppConnectToken", "response.url: name")).toMatchObject({
      docs: "unclear: link or page",
      verdict: "differs",
    });
    expect(JSON.stringify(judgement.actions)).not.toMatch(/"link"|"page"/);
  });

  test("a name that one operation leaves open is taken from another one with the same schema", async () => {
    const judgement = await changed((api) => {
      const { id, ...properties } = schema(api, "Document").properties;
      schema(api, "Document").properties = { ...properties, documentId: id! };
      const get = api.paths["/org/{orgSlug}/document/{docName}"]!["get"]!;
      const { published, ...others } = schema(api, "Document").properties;
      const document = { type: "object", properties: { ...others, releasedAt: published! } };
      get.responses["200"] = {
        description: "OK",
        content: { "application/json": { schema: { properties: { document } } } },
      };
    });
    expect(fact(judgement, "getDocument", "response.document.id: name")?.docs).toBe("documentId");
    expect(fact(judgement, "getDocument", "response.document.published: name")?.docs).toBe("releasedAt");
  });

  test("two missing fields and one new one: silence, not a rename", async () => {
    const judgement = await changed((api) => {
      const { number, country, number_type, ...properties } = schema(api, "Number").properties;
      void [country, number_type];
      schema(api, "Number").properties = { ...properties, msisdn: number! };
    });
    expect(differing(judgement, "listNumbers")).toEqual([]);
  });

  test("a missing and a new field of other types: no rename", async () => {
    const judgement = await changed((api) => {
      const { url, ...properties } = schema(api, "WhatsAppConnectToken").properties;
      void url;
      schema(api, "WhatsAppConnectToken").properties = { ...properties, valid: { type: "boolean" } };
    });
    expect(differing(judgement)).toEqual([]);
  });
});

describe("types", () => {
  test("another type is a difference that no overlay can express", async () => {
    const judgement = await changed((api) => (schema(api, "CallLog").properties["cost_total"] = { type: "string" }));
    expect(differing(judgement, "listCallLogs")).toEqual(["response.callLogs[].cost_total: type"]);
    expect(fact(judgement, "listCallLogs", "response.callLogs[].cost_total: type")?.problem).toMatch(/No overlay/);
    expect(judgement.corrected.size).toBe(0);
  });

  test.each([
    ["a list with null", { type: ["number", "null"] }],
    ["alternatives with null", { anyOf: [{ type: "number" }, { type: "null" }] }],
    ["an integer", { type: "integer" }],
    ["no type", { description: "The cost" }],
  ])("%s in place of a number is not a difference", async (_, type) => {
    expect(differing(await changed((api) => (schema(api, "CallLog").properties["cost_total"] = type)))).toEqual([]);
  });
});

describe("bodies", () => {
  test("fields are taken from the example where there is no schema", async () => {
    const content = { "application/json": { example: { title: "Acme" } } };
    const judgement = await judgeText(page({ requestBody: { content } }));
    expect(fact(judgement, "createOrganization", "body.name: name")).toMatchObject({
      docs: "title",
      verdict: "differs",
    });
  });

  test("fields are taken from the page's JavaScript where the OpenAPI names none", async () => {
    const yaml = page({
      requestBody: { content: { "application/json": { schema: { type: "object", properties: {} } } } },
    });
    const script = "```javascript\nfetch(url, {method: 'POST', body: '{\"title\":\"Acme\\'s\"}'})\n```";
    const text = `# Create organization\n\nPOST https://x.example.com/api/v1/org/new\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n\n${script}\n`;
    expect(fact(await judgeText(text), "createOrganization", "body.name: name")).toMatchObject({ docs: "title" });
  });

  test("a text in a form is no other type", async () => {
    const judgement = await changed(
      (api) => (schema(api, "DocumentUpload").properties["metadata"] = { type: "string" }),
    );
    expect(differing(judgement)).toEqual([]);
  });
});

describe("matching", () => {
  test("operations without titles are found by method and shape", async () => {
    const judgement = await changed((api) => {
      for (const [, , each] of operationsOf(api)) {
        delete each.summary;
        each.operationId = "";
      }
    });
    expect(judgement.operations.every(({ isDocumented }) => isDocumented)).toBe(true);
    expect(differing(judgement)).toEqual([]);
  });

  test("the last one of a group is found under another title and path", async () => {
    const judgement = await changed((api) => {
      const get = api.paths["/org/{orgSlug}/number-requests/{id}"]!["get"]!;
      delete api.paths["/org/{orgSlug}/number-requests/{id}"];
      get.summary = "Retrieve the number request";
      get.operationId = "other";
      api.paths["/number-requests/{orgSlug}/one/{id}"] = { get };
    });
    expect(differing(judgement, "getNumberRequest")).toEqual(["path"]);
  });

  test("a parameter of an operation overrides the one of its path", async () => {
    const limit = (maximum: number) => ({ name: "limit", in: "query", schema: { type: "integer", maximum } });
    const path = { parameters: [limit(1)], get: { summary: "List voice call logs", parameters: [limit(7)] } };
    const paths = { "/api/v1/voice-integration/call-logs": path };
    const judgement = await judgeText(JSON.stringify({ openapi: "3.1.0", info: {}, paths }));
    expect(fact(judgement, "listCallLogs", "parameters.limit: name")?.verdict).toBe("same");
    expect(fact(judgement, "listCallLogs", "parameters.limit: maximum")?.docs).toBe(7);
  });

  test("a path is the same whether the server, the path or neither has /api/v1, and differs below /api/v2", async () => {
    for (const [server, path] of [
      ["https://h.example.com/api/v1", "/org/new"],
      ["https://h.example.com/api", "/v1/org/new"],
      ["https://h.example.com", "/api/v1/org/new/"],
      ["https://{host}/api/v1/", "/org/new"],
      ["/api", "/v1/org/new"],
      [undefined, "/org/new"],
      [undefined, "/v1/org/new"],
    ] as const) {
      const servers = server === undefined ? {} : { servers: [{ url: server }] };
      expect([server, differing(await judgeText(page(servers, path)))]).toEqual([server, []]);
    }
    const other = await judgeText(page({}, "/api/v2/org/new"));
    expect(fact(other, "createOrganization", "path")).toMatchObject({
      verdict: "differs",
      problem: "It is not below /api/v1.",
    });
  });
});
