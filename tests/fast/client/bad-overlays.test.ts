import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, OverlayError } from "pulumi-lumenone/client";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lumenone-overlay-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const head = 'overlay: 1.0.0\ninfo: { title: x, version: "1" }\n';
const action = (target: string, rest: string) => `${head}actions:\n  - target: "${target}"\n    ${rest}\n`;
const create = "$.paths['/org/new'].post";
const list = "$.paths['/numbers'].get";

function problemOf(content: string | Buffer, name = "bad.yaml"): string {
  const contract = join(folder, name);
  writeFileSync(contract, content);
  try {
    createClient({ apiKey: "k", baseUrl: "https://lumenone.example.com", contract });
  } catch (error) {
    expect(error).toBeInstanceOf(OverlayError);
    return (error as Error).message;
  }
  throw new Error("It is accepted.");
}

const files: readonly [what: string, content: string | Buffer, says: RegExp][] = [
  ["empty", " \n", /is empty/],
  ["a page", "<!DOCTYPE html><html></html>", /is a page, not an overlay/],
  ["not UTF-8", Buffer.from([0x6f, 0xff, 0xfe]), /is not UTF-8/],
  ["2 MB", "#".repeat(2 * 1024 * 1024), /more than 1 MB/],
  ["broken YAML", `${head}actions: [`, /:3 is not valid YAML/],
  ["YAML with a key twice", `${head}info: 1\n`, /:3 is not valid YAML: Map keys must be unique/],
  ["JSON with a key twice", '{"overlay":"1.0.0",\n"overlay":"1.0.0"}', /:2 is not valid YAML: Map keys must be unique/],
  ["two documents", "a: 1\n---\nb: 1\n", /:\d is not valid YAML/],
  [
    "a YAML bomb",
    `a: &a [x]\n${[..."bcdefghi"].map((key, at) => `${key}: &${key} [${`*${"abcdefghi"[at]},`.repeat(10)}]`).join("\n")}\n`,
    /is not usable YAML/,
  ],
  ["a list", "- 1\n", /is not an object, so it is not an OpenAPI Overlay/],
  ["an OpenAPI document", "openapi: 3.0.3\n", /is an OpenAPI document, not an overlay/],
  ["Overlay 1.1", head.replace("1.0.0", "1.1.0"), /:1: overlay must be the text 1\.0\.0/],
  ["without info", "overlay: 1.0.0\nactions: []\n", /info is missing/],
  [
    "a version that is a number",
    "overlay: 1.0.0\ninfo: { title: x, version: 1 }\n",
    /:2: info\.version must be a text/,
  ],
  ["without actions", head, /actions must be a list/],
  ["with an unknown key", `${head}actoins: []\n`, /:3: actoins is not a key of Overlay 1\.0/],
  ["an action without a target", `${head}actions: [{ update: {} }]\n`, /:3: actions\[0\]: target must be a text/],
  ["an action that does nothing", action(create, "description: x"), /:4: actions\[0\]: it does nothing/],
  [
    "an action twice",
    `${action(create, "update: { x-wire-path: /a }")}  - target: "${create}"\n    update: { x-wire-path: /a }\n`,
    /:6: actions\[1\]: an action before it is the same/,
  ],
];

test.each(files)("a file that is %s is refused in one paragraph", (_, content, says) => {
  const message = problemOf(content);
  expect(message).toMatch(says);
  expect(message).toMatch(/^The contract overlay .*bad\.yaml/);
  expect(message).not.toMatch(/\n|undefined|\[object/);
});

const actions: readonly [what: string, target: string, rest: string, says: RegExp][] = [
  ["is not a JSONPath", "$.paths[", "remove: true", /is not a JSONPath/],
  [
    "matches nothing",
    "$.paths['/org/old'].post",
    "remove: true",
    /matches nothing .* The beginning \$\.paths does match/,
  ],
  ["selects a plain value", `${create}['x-provenance']`, "update: documented", /selects a plain value/],
  ["removes everything", "$", "remove: true", /removes the whole contract/],
  [
    "merges a text into a list",
    create,
    "update: { parameters: none }",
    /parameters is a plain value, where the contract has a list/,
  ],
  ["updates an object with a text", create, "update: none", /selects an object, and update is not one/],
  [
    "changes an operationId",
    create,
    "update: { operationId: makeOrganization }",
    /changes the operationId of createOrganization to makeOrganization/,
  ],
  ["removes an operation", create, "remove: true", /removes the operation createOrganization/],
  [
    "adds an operation",
    "$.paths",
    "update: { /new: { get: { operationId: getNews, responses: {} } } }",
    /adds the operation get \/new \(getNews\)/,
  ],
  [
    "copies an operation",
    "$.paths",
    "update: { /organizations: { post: { operationId: createOrganization } } }",
    /makes a second createOrganization/,
  ],
  [
    "changes the type of a parameter",
    "$.components.parameters.Limit.schema",
    "update: { type: string }",
    /changes the type of the parameter limit .* from integer to string/,
  ],
  [
    "changes the type of a field",
    "$.components.schemas.Tool.properties.name",
    "update: { type: integer }",
    /changes the type of name of tools? of the response of \w+ from string to integer/,
  ],
  [
    "gives a type that there is not",
    "$.components.schemas.Tool.properties.name",
    "update: { type: text }",
    /"text"\. Types are/,
  ],
  [
    "gives two fields one name",
    "$.components.schemas.Tool.properties.name",
    "update: { x-wire-name: type }",
    /gives name and type of .* one name, type/,
  ],
  [
    "gives two parameters one name",
    "$.components.parameters.Offset",
    "update: { x-wire-name: limit }",
    /gives limit and offset of \w+ one name, limit, in the query/,
  ],
  [
    "gives a header the name of another",
    "$.components.parameters.AccountId",
    "update: { x-wire-name: Authorization }",
    /which the client sets itself/,
  ],
  [
    "adds a required parameter without a source",
    list,
    "update: { parameters: [{ name: region, in: query, required: true, schema: { type: string } }] }",
    /adds the required parameter region to listNumbers, for which there is no source/,
  ],
  [
    "adds a required field without a source",
    "$.components.schemas.ToolCreate",
    "update: { required: [region], properties: { region: { type: string } } }",
    /adds the required region to the body of createOrganizationTool/,
  ],
  [
    "has a placeholder without a source",
    create,
    "update: { x-wire-path: '/org/{region}/new' }",
    /a path with \{region\}, for which there is no source/,
  ],
  [
    "leaves a parameter out of the path",
    "$.paths['/org/{orgSlug}'].get",
    "update: { x-wire-path: /org }",
    /a path without \{orgSlug\}/,
  ],
  ["gives a path with a query", create, "update: { x-wire-path: '/org?new=1' }", /A path begins with \//],
  [
    "gives the path of another host",
    create,
    "update: { x-wire-path: '//other.example.com/org' }",
    /A path begins with \//,
  ],
  ["gives another method than there is", create, "update: { x-wire-method: fetch }", /the method "fetch"/],
  [
    "puts two operations at one place",
    create,
    "update: { x-wire-path: /accounts }",
    /puts create\w+ where create\w+ is: POST \/accounts/,
  ],
  [
    "changes the number of objects",
    "$.paths['/orgs'].get",
    "update: { x-list: false }",
    /number of objects that listOrganizations/,
  ],
  ["changes what may be sent twice", create, "update: { x-repeat: safe }", /x-repeat/],
  [
    "makes a secret readable",
    "$.components.schemas.ToolCreate.properties.config",
    "update: { x-secret: false }",
    /makes the secret config of .* readable/,
  ],
  [
    "removes a field",
    "$.components.schemas.ToolCreate.properties.config",
    "remove: true",
    /removes config of the body of createOrganizationTool/,
  ],
  ["removes a parameter", `${list}.parameters[1]`, "remove: true", /removes the parameter scope of listNumbers/],
  ["changes in", "$.components.parameters.Scope", "update: { in: header }", /Use x-wire-in/],
  [
    "moves a parameter into the body of a GET",
    "$.components.parameters.Scope",
    "update: { x-wire-in: body }",
    /a GET, a body/,
  ],
  [
    "moves what is not at the top",
    "$.components.schemas.Voice.properties.model",
    "update: { x-wire-in: query }",
    /Only what is at the top/,
  ],
  [
    "sends a file as JSON",
    "$.paths['/org/{orgSlug}/document/upload'].post.requestBody.content",
    "update: { application/json: {} }",
    /A file is sent in multipart/,
  ],
  [
    "has another content type",
    `${create}.requestBody.content`,
    "update: { text/csv: {} }",
    /the content type text\/csv/,
  ],
  [
    "has a content type without a schema",
    create,
    "update: { requestBody: { content: { text/csv: null } } }",
    /gives the body of createOrganization the content type text\/csv/,
  ],
  [
    "has a wrong place",
    "$.components.parameters.Scope",
    "update: { x-wire-in: cookie }",
    /It is one of path, query, header, body/,
  ],
  [
    "has a wrong provenance",
    create,
    "update: { x-provenance: sure }",
    /It is one of documented, upstream, assumed, observed/,
  ],
  ["has a name that nothing reads", create, "update: { x-wire-nmae: a }", /nothing reads x-wire-nmae/],
  [
    "names what has no name",
    "$.components.schemas.Tool",
    "update: { x-wire-name: a }",
    /x-wire-name is for parameter and property/,
  ],
  ["refers to nothing", `${list}.parameters[0]`, "update: { $ref: '#/components/parameters/None' }", /leads nowhere/],
  ["changes the servers", "$.servers[0]", "update: { url: 'https://other.example.com' }", /changes servers/],
  ["has a key that would change prototypes", create, 'update: { "__proto__": { a: 1 } }', /__proto__/],
  [
    "makes schemas that hold themselves",
    "$.components.schemas.Account.properties",
    "update: { parent: { $ref: '#/components/schemas/Account' } }",
    /a schema/,
  ],
];

test.each(actions)("an action that %s is refused: file, line, action and reason", (_, target, rest, says) => {
  const message = problemOf(action(target, rest));
  expect(message).toMatch(says);
  expect(message).toContain(`bad.yaml:4: actions[0] (${target}) `);
  expect(message).not.toMatch(/\n|undefined|\[object/);
});

test("of several actions the one is named that leads to the problem", () => {
  const good = `  - target: "$.components.parameters.Scope"\n    update: { x-wire-name: numberScope }\n`;
  const bad = `  - target: "$.components.parameters.OrganizationIdFilter"\n    update: { x-wire-name: numberScope }\n`;
  expect(problemOf(`${head}actions:\n${good}${bad}${good.replace("Scope", "Limit")}`)).toContain(
    "bad.yaml:6: actions[1] ($.components.parameters.OrganizationIdFilter) gives organization_id and scope of listNumbers one name",
  );
});

test("a file that does not exist is named with the place where it was looked for", () => {
  const client = () =>
    createClient({ apiKey: "k", baseUrl: "https://lumenone.example.com", contract: "none/lumenone.overlay.yaml" });
  expect(client).toThrow(
    /none\/lumenone\.overlay\.yaml does not exist \(looked for \/.*\/none\/lumenone\.overlay\.yaml\)/,
  );
});
