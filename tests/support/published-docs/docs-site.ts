import { oddServer, type OddServer } from "../odd-server";
import { stringify } from "yaml";
import { endpointPages, llmsFull } from "./fern-docs";
import { type Json } from "./plain-api";

/** Which routes of a site there are. */
export type Layout = "document" | "catalog" | "listing" | "older listing" | "index" | "pages" | "everything";

export const layouts: readonly Layout[] = [
  "document",
  "catalog",
  "listing",
  "older listing",
  "index",
  "pages",
  "everything",
];

/** Another product's API of the same site. */
const other: Json = {
  openapi: "3.1.0",
  info: { title: "Other" },
  paths: { "/pets": { get: { summary: "List pets" } } },
};

/** A documentation site. Everything else on it is a web page, with 200 as single-page applications have it. */
export async function docsSite(document: Json, layout: Layout, base = ""): Promise<OddServer> {
  let routes = new Map<string, string>();
  const server = await oddServer((response, { url = "" }) => {
    const text = routes.get(url);
    response.writeHead(text === undefined && url.includes("well-known") ? 404 : 200);
    response.end(text ?? "<!doctype html><html><body>A page of the site</body></html>");
  });
  routes = routesOf(document, layout, base, server.url);
  return server;
}

function routesOf(document: Json, layout: Layout, base: string, origin: string): Map<string, string> {
  const json = JSON.stringify(document);
  const at = (path: string, text: string): [string, string] => [`${base}${path}`, text];
  switch (layout) {
    case "document":
      return new Map([at("/openapi.json", json)]);
    case "catalog": {
      const linkset = [
        { anchor: origin, "service-desc": [{ href: `${base}/spec/api.yaml`, type: "application/yaml" }] },
      ];
      return new Map([
        at("/.well-known/api-catalog", JSON.stringify({ linkset })),
        at("/spec/api.yaml", stringify(document, { aliasDuplicateObjects: false })),
      ]);
    }
    case "listing":
      return new Map([
        at(
          "/openapi.json",
          JSON.stringify({
            apis: [
              { id: "pets", title: "Pets" },
              { id: "lumen-one", title: "LumenOne" },
            ],
          }),
        ),
        at("/openapi/pets.json", JSON.stringify(other)),
        at("/openapi/lumen-one.json", json),
      ]);
    case "older listing":
      return new Map([
        at(
          "/openapi.json",
          JSON.stringify([
            { id: "1f0c", name: "Pets" },
            { id: "2a7d", name: "LumenOne" },
          ]),
        ),
        at("/openapi.json?api=1f0c", JSON.stringify(other)),
        at("/openapi.json?api=2a7d", json),
      ]);
    case "index": {
      const links = `## OpenAPI Specification\n\nThe raw specification.\n\n- [OpenAPI JSON](${origin}${base}/reference/openapi.json)\n- [OpenAPI YAML](${origin}${base}/reference/openapi.yaml)\n`;
      return new Map([at("/llms.txt", `> Words.\n\n# Site\n\n${links}`), at("/reference/openapi.json", json)]);
    }
    case "pages": {
      const pages = [...endpointPages(document)];
      const links = pages.map(([slug]) => `- Group [A page](${origin}${base}/api-reference/${slug}.md)`);
      return new Map([
        at(
          "/llms.txt",
          `# Site\n\n## Docs\n\n- [Elsewhere](https://other.example.com/page.md): no\n\n## API Docs\n\n${links.join("\n")}\n`,
        ),
        ...pages.map(([slug, text]) => at(`/api-reference/${slug}.md`, text)),
      ]);
    }
    case "everything":
      return new Map([at("/llms-full.txt", llmsFull(document))]);
  }
}
