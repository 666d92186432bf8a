import { Readable } from "node:stream";
import { type ServerResponse } from "node:http";
import { fernDocument } from "./fern-docs";
import { type Json, plainApi } from "./plain-api";

/** Source that cannot be compared, and what its message has to say. */
export type BrokenText = readonly [name: string, text: string | Buffer | Readable, says: RegExp];

const openApi = (more: Json) =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...more });

const bomb = [
  "openapi: 3.1.0",
  `a0: &a0 [${Array(10).fill("lol").join(", ")}]`,
  ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`),
].join("\n");

const oldPage = `# Create organization\n\nPOST https://api.example.com/org/new\n\n## Request Body\n\n\`\`\`json\n{"type": "object"}\n\`\`\`\n\n## Response Body\n\n- 200: OK\n`;

const megabyte = "x".repeat(1024 * 1024);

/** 30 MB that are never in memory at once. */
const large = () =>
  Readable.from(
    (function* () {
      for (let i = 0; i < 30; i++) yield Buffer.from(megabyte);
    })(),
  );

/** Files and standard input. */
export const brokenTexts = (): readonly BrokenText[] => [
  ["an empty file", "", /is empty/],
  ["a file of blanks", " \n\t\n", /is empty/],
  ["a web page", "<!DOCTYPE html><html><body>Docs</body></html>", /web page, not its OpenAPI.*openapi\.json/],
  ["a login page", "<html><form><input type=password></form></html>", /asks for a login.*openapi\.json/],
  ["a web page behind a comment", "<!-- x --><html></html>", /web page/],
  ["30 MB", large(), /larger than 20 MB/],
  ["a YAML bomb", bomb, /aliases/],
  ["a YAML bomb without an end", "openapi: 3.1.0\na: &a [*a]\n", /aliases|No operation|something else/],
  ["YAML of 5 MB", `openapi: 3.1.0\nx: ${megabyte.repeat(5)}`, /more than 4 MB.*JSON/],
  ["half of a JSON", fullJson().slice(0, 5000), /not valid JSON/],
  ["JSON nested a million deep", "[".repeat(1_000_000), /not valid JSON/],
  ["JSON of a number", "[1, 2]", /not an object/],
  ["a JSON null in a list", "[null]", /not an object/],
  ["YAML with a wrong indentation", "openapi: 3.1.0\n  paths:\n bad: [", /not valid YAML \(line \d+/],
  ["YAML nested deeply", `openapi: 3.1.0\nx: ${"[".repeat(20_000)}`, /nested too deeply|not valid YAML/],
  ["UTF-16", Buffer.from("\ufeff" + fullJson(), "utf16le"), /not a text in UTF-8.*save it as UTF-8/],
  ["Latin-1", Buffer.from("openapi: 3.1.0 # caf\u00e9", "latin1"), /not a text in UTF-8/],
  ["an archive", Buffer.from("504b0304140000000800000000ff", "hex"), /not a text in UTF-8/],
  ["text with zero bytes", "openapi\0: 3", /not a text in UTF-8/],
  ["Swagger 2.0", JSON.stringify({ swagger: "2.0", paths: {} }), /Swagger 2\.0 document, not an OpenAPI 3/],
  ["Swagger 2.0 as YAML", 'swagger: "2.0"\npaths: {}\n', /Swagger 2\.0/],
  ["AsyncAPI", "asyncapi: 3.0.0\nchannels: {}\n", /AsyncAPI document/],
  ["a Postman collection", JSON.stringify({ info: { _postman_id: "1" }, item: [] }), /Postman collection/],
  ["some other JSON", JSON.stringify({ name: "package" }), /some other document/],
  ["OpenAPI without paths", openApi({}), /No operation is documented/],
  ["OpenAPI whose paths are a list", openApi({ paths: [] }), /No operation is documented/],
  [
    "OpenAPI whose paths are null",
    openApi({ paths: { "/a": null, "/b": { get: null } } }),
    /No operation is documented/,
  ],
  [
    "a path item that refers to itself",
    openApi({ paths: { "/a": { $ref: "#/paths/~1a" } } }),
    /No operation is documented/,
  ],
  [
    "a path item that refers elsewhere",
    openApi({ paths: { "/a": { $ref: "https://x.example.com/a" } } }),
    /No operation/,
  ],
  [
    "another product's API",
    openApi({ paths: { "/pets": { get: { summary: "List pets" } } } }),
    /operations of something else/,
  ],
  [
    "another product's API with a title of LumenOne",
    openApi({
      paths: {
        "/files": { get: { summary: "List documents" }, post: { summary: "Add" }, delete: { summary: "Remove" } },
        "/users": { get: { summary: "List users" } },
      },
    }),
    /operations of something else/,
  ],
  ["old pages of Fern", oldPage, /too old/],
  ["a guide", "# Getting started\n\nNo operation here.\n", /No operation is documented/],
  ["a page with a fence that never ends", "# A\n\n```yaml\nopenapi: 3.1.0\npaths: [", /not valid YAML/],
  ["a key alone", "sk-0123456789", /No operation is documented/],
];

function fullJson(): string {
  return JSON.stringify(fernDocument(plainApi()), undefined, 2);
}

/** What a site does, and what the message has to say. */
export type BrokenSite = readonly [name: string, send: (response: ServerResponse, url: string) => void, says: RegExp];

export const brokenSites: readonly BrokenSite[] = [
  ["only web pages", (response) => response.end("<!doctype html><html></html>"), /No OpenAPI was found.*web page/],
  ["a login", (response) => response.writeHead(401).end(), /needs a login \(401\).*browser/],
  ["a login page", (response) => response.end("<html>Sign in</html>"), /asks for a login.*browser/],
  ["nothing", (response) => response.writeHead(404).end(), /returns 404.*Check the address/],
  ["errors", (response) => response.writeHead(500).end("no"), /returns 500/],
  [
    "a redirect to another host",
    (response) => response.writeHead(302, { location: "https://elsewhere.example.com/login" }).end(),
    /redirects to another site \(elsewhere\.example\.com\)/,
  ],
  [
    "a redirect in a circle",
    (response, url) => response.writeHead(302, { location: url }).end(),
    /redirects in a circle/,
  ],
  [
    "a redirect to a file",
    (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    /another site/,
  ],
  ["responses that never come", () => undefined, /did not respond within/],
  [
    "a response that never ends",
    (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    },
    /did not respond within/,
  ],
  ["connections that break", (response) => response.socket?.destroy(), /cannot be reached/],
  [
    "30 MB",
    (response) => {
      const send = (left: number): void => {
        if (left === 0) response.end();
        else response.write(megabyte, () => send(left - 1));
      };
      send(30);
    },
    /larger than 20 MB/,
  ],
  [
    "links to another host alone",
    (response, url) => {
      if (url !== "/llms.txt") return response.writeHead(404).end();
      return response.end("# Site\n\n- [OpenAPI JSON](https://elsewhere.example.com/openapi.json)\n");
    },
    /No OpenAPI was found/,
  ],
  [
    "a listing that lists itself",
    (response, url) => {
      if (!url.startsWith("/openapi.json")) return response.writeHead(404).end();
      return response.end(JSON.stringify([{ url: "/openapi.json?again" }, { url: `${url}x` }]));
    },
    /No OpenAPI was found/,
  ],
];
