import { Readable } from "node:stream";
import { brokenSites, brokenTexts } from "../../support/published-docs/broken-sources";
import { fernDocument } from "../../support/published-docs/fern-docs";
import { judge, judgeText } from "../../support/published-docs/judge";
import { plainApi } from "../../support/published-docs/plain-api";
import { oddServer } from "../../support/odd-server";

/** Milliseconds in place of a minute. */
const milliseconds = 700;

/** The message of a run that has to fail. */
async function failure(source: string, stdin?: Readable): Promise<Error & { code?: number }> {
  const error = await judge(source, { milliseconds, ...(stdin ? { stdin } : {}) }).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  if (!error) throw new Error("It was accepted");
  return error;
}

const paragraph = { name: "SourceError", code: 1 };

test.each(brokenTexts())("%s: one paragraph says what to do", async (_, text, says) => {
  const stdin = text instanceof Readable ? text : Readable.from([Buffer.from(text)]);
  const error = await failure("-", stdin);
  expect(error).toMatchObject(paragraph);
  expect(error.message).toMatch(says);
  expect(error.message).toMatch(/^[^\n]{20,700}\.$/);
});

test.each(brokenSites)("a site with %s: one paragraph says what to do, within the limit", async (_, respond, says) => {
  const site = await oddServer((response, { url = "" }) => respond(response, url));
  const begun = Date.now();
  try {
    const error = await failure(site.url);
    expect(error).toMatchObject(paragraph);
    expect(error.message).toMatch(says);
    expect(error.message).toMatch(/^[^\n]{20,700}\.$/);
    expect(Date.now() - begun).toBeLessThan(milliseconds + 3000);
  } finally {
    await site.close();
  }
});

test.each([
  ["no such file", "missing.json", /There is no such file\. Check the path/],
  ["a host without https", "docs.example.com", /https:\/\/docs\.example\.com/],
  ["a folder", __dirname, /is a folder/],
  ["http", "http://docs.example.com/x", /It is http.*https:\/\/docs\.example\.com\/x/],
  ["another protocol", "ftp://docs.example.com", /not the address of a site/],
  ["an address that is not valid", "https://", /not the address of a site/],
])("%s as the source: one paragraph says what to do", async (_, source, says) => {
  const error = await failure(source);
  expect(error).toMatchObject(paragraph);
  expect(error.message).toMatch(says);
});

test("a password in an address is not repeated", async () => {
  const { message } = await failure("https://user:hunter22@docs.example.com/");
  expect(message).toMatch(/user or a password/);
  expect(message).not.toContain("hunter22");
});

test("standard input that never ends: an error after the limit", async () => {
  expect((await failure("-", new Readable({ read: () => undefined }))).message).toMatch(/did not end within/);
});

test("schemas that hold themselves are compared as far as the contract goes", async () => {
  const document = fernDocument(plainApi());
  const schemas = (document["components"] as { schemas: Record<string, object> }).schemas;
  schemas["type_:Tool"] = { allOf: [{ $ref: "#/components/schemas/type_:Tool" }, schemas["type_:Tool"]] };
  schemas["type_:Voice"] = { $ref: "#/components/schemas/type_:Voice" };
  const { operations } = await judgeText(JSON.stringify(document));
  const differing = operations.flatMap(({ facts }) => facts.filter(({ verdict }) => verdict === "differs"));
  expect(differing).toEqual([]);
});

test("a redirect within the site is followed, and a link of an index to another host is not", async () => {
  const document = JSON.stringify(fernDocument(plainApi()));
  const site = await oddServer((response, { url }) => {
    if (url === "/openapi.json") response.writeHead(301, { location: "/v2/openapi.json" }).end();
    else if (url === "/v2/openapi.json") response.end(document);
    else response.writeHead(404).end();
  });
  try {
    const { operations } = await judge(site.url);
    expect(operations.every(({ isDocumented }) => isDocumented)).toBe(true);
  } finally {
    await site.close();
  }
});
