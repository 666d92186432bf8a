import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { type Client } from "../../../provider/client";
import { clientFrom } from "../../../provider/client/client";
import { settingsFrom } from "../../../provider/client/settings";
import { ApiError } from "../../../provider/errors/api-error";
import { InstantClock } from "../../support/test-clock";
import { oddServer, type OddServer } from "../../support/odd-server";

const key = "lum-5ecr3t-k3y-of-the-company";
const accountId = "11111111-1111-4111-8111-111111111111";

let server: OddServer | undefined;
let client: Client;

async function serve(respond: Parameters<typeof oddServer>[0], config: Record<string, string> = {}, early = false) {
  server = await oddServer(respond, early);
  const given: Record<string, string> = { apiKey: key, accountId, baseUrl: server.url, maxRetries: "0", ...config };
  client = clientFrom(
    settingsFrom((name) => given[name.replace("lumenone:", "")], {}),
    new InstantClock(),
  );
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const failure = (call: Promise<unknown>): Promise<ApiError> =>
  call.then(
    (value) => Promise.reject(new Error(`it should have failed: ${JSON.stringify(value)}`)),
    (error: unknown) => (error instanceof ApiError ? error : Promise.reject(error as Error)),
  );

const mega = Buffer.alloc(1024 * 1024, " ");

test("a response without an end is too large, before 100 MB of it are sent", async () => {
  let sent = 0;
  await serve((response) => {
    const more = (): void => {
      while (!response.destroyed && (sent += mega.length) && response.write(mega));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  });
  const before = process.memoryUsage().rss;
  expect(await failure(client.verifyApiKey())).toMatchObject({ reason: "tooLarge", status: undefined });
  expect(sent).toBeLessThan(100 * mega.length);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * mega.length);
});

test("a response that is too large once it is decompressed fails, and is not requested again", async () => {
  const bomb = gzipSync(Buffer.alloc(100 * mega.length, " "));
  const { requests } = await serve((response) => response.setHeader("content-encoding", "gzip").end(bomb), {
    maxRetries: "5",
  });
  expect(await failure(client.verifyApiKey())).toMatchObject({ reason: "tooLarge" });
  expect(requests.length).toBe(1);
});

test("a response that arrives slowly is given up when the time is over", async () => {
  await serve(
    (response) => {
      response.write("{");
      const drip = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(drip));
    },
    { timeoutSeconds: "0.1" },
  );
  expect((await failure(client.verifyApiKey())).message).toMatch(/no complete response within 0\.1 s/);
});

test.each<[string, string | Buffer, Record<string, string>, string, RegExp]>([
  ["deep JSON", `{"authenticated":${"[".repeat(100_000)}`, {}, "tooLarge", /too many parts/],
  ["bytes that are no gzip", "hello", { "content-encoding": "gzip" }, "garbled", /header check|Z_DATA/],
  ["half a gzip", gzipSync("x".repeat(1e5)).subarray(0, 50), { "content-encoding": "gzip" }, "garbled", /^x+/],
  ["a picture", Buffer.from([0x89, 0x50, 0xff, 0xfe, 0x00]), { "content-type": "image/png" }, "garbled", /./],
  ["a sign-in page", "<!doctype html><title>Sign in</title>", {}, "garbled", /an HTML page "Sign in"/],
  ["nothing", "", {}, "garbled", /an empty body/],
  ["somebody else's JSON", '{"hello": "you"}', {}, "garbled", /a response of another form/],
  ["too long headers", "{}", { "x-long": "x".repeat(40_000) }, "garbled", /Header/],
])("a response that cannot be used is an error with its reason: %s", async (_what, body, headers, reason, words) => {
  await serve((response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  });
  const error = await failure(client.verifyApiKey());
  expect(error.reason).toBe(reason);
  expect(error.responseText).toMatch(words);
});

test("JSON under another name, with a mark in front and dangerous keys, is read", async () => {
  await serve((response) =>
    response
      .setHeader("content-type", "text/html")
      .end('\ufeff{"authenticated": true, "__proto__": {"polluted": 1}, "\\u005f_proto__": {"polluted": 2}}'),
  );
  const response = await client.verifyApiKey();
  expect(response).toEqual({ authenticated: true });
  expect(Object.keys(response)).toEqual(["authenticated"]);
  expect(Object.assign({}, response)).not.toHaveProperty("polluted");
});

test.each([301, 302, 307, 308])("a redirect (%i) is not followed: the key goes nowhere else", async (status) => {
  const other = await oddServer((response) => response.end("{}"));
  await serve((response) => response.writeHead(status, { location: `${other.url}/steal?x=1` }).end());
  const error = await failure(client.verifyApiKey());
  expect(error).toMatchObject({ reason: "redirected", status, responseText: `to ${other.url}` });
  expect(error.message).toContain("lumenone:baseUrl");
  expect(other.requests.length).toBe(0);
  await other.close();
});

const config = {
  url: "https://api.example.com/orders",
  headers: { Authorization: 'Basic "dXNlcjpwYXNz"', pin: 493_817 },
  list: ["öffentlich & geheim", "ab"],
};
const hidden = [key, config.url, "dXNlcjpwYXNz", "493817", "geheim"];

test.each<[string, (body: string, headers: object) => string]>([
  ["as it came", (body, headers) => body + JSON.stringify(headers)],
  ["as a message", (body, headers) => JSON.stringify({ message: `no: ${body} ${JSON.stringify(headers)}` })],
  ["as an error inside", (body) => JSON.stringify({ error: { message: `ab ${body}` } })],
  ["in the form of a URL", (body) => `no: ${encodeURIComponent(config.url)} ${encodeURIComponent(body)}`],
  ["cut off", (body) => `no: ${body.slice(0, body.indexOf("dXNlcjpwYXNz") + 10)}`],
  ["as a page", (body) => `<html><title>${body}</title>`],
])("a server that echoes the request %s gives no secret away", async (_what, echo) => {
  await serve((response, request, body) => {
    const echoed = echo(body, request.headers);
    response.writeHead(400, { "x-request-id": key, "content-type": "text/plain" }).end(echoed);
  });
  const call = client.createOrganizationTool({ orgSlug: "acme" }, { name: "orders", type: "apiRequest", config });
  const error = await failure(call);
  const shown = [
    error.message,
    error.stack,
    JSON.stringify(error),
    String(error),
    error.responseText,
    error.requestId,
  ].join();
  for (const secret of hidden) expect(shown).not.toContain(secret);
  expect(shown).not.toContain("dXNlcjpw");
});

test("an error of the connection holds no secret of the request", async () => {
  await serve((_response, request) => request.socket.destroy());
  const error = await failure(client.createOrganizationTool({ orgSlug: "acme" }, { name: "a", type: "mcp", config }));
  const shown = inspect(error, { depth: 10, showHidden: true });
  for (const secret of hidden) expect(shown).not.toContain(secret);
});

test("the debug log has a line for every request and retry, and no secret", async () => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  process.env["LUMENONE_LOG"] = "debug";
  try {
    let count = 0;
    await serve((response, _request, body) => response.writeHead(count++ === 0 ? 503 : 400).end(body), {
      maxRetries: "5",
    });
    await failure(client.updateOrganizationTool({ orgSlug: "acme", toolId: "5" }, { config }));
  } finally {
    delete process.env["LUMENONE_LOG"];
    write.mockRestore();
  }
  expect(lines).toEqual([
    expect.stringMatching(/^lumenone: updateOrganizationTool PATCH \/org\/61636d65\/tools\/5: 503 serverError/),
    "lumenone: updateOrganizationTool: again in 500 ms\n",
    expect.stringMatching(/: 400 badRequest, \d+ bytes, \d+ ms\n$/),
  ]);
  for (const secret of hidden) expect(lines.join("")).not.toContain(secret);
});

test("a proxy gets no request to this machine, and of one to LumenOne no more than the name of the host", async () => {
  const proxy = await oddServer((response) => response.writeHead(502).end());
  const names = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy"];
  const saved = names.map((name) => [name, process.env[name]] as const);
  try {
    for (const name of names) delete process.env[name];
    process.env["HTTP_PROXY"] = process.env["HTTPS_PROXY"] = proxy.url;
    await serve((response) => response.end('{"authenticated": true}'));
    await client.verifyApiKey();
    expect(proxy.requests.length + proxy.tunnels.length).toBe(0);
    await server?.close();
    await serve((response) => response.end(), { baseUrl: "https://lumenone.example.com" });
    expect(await failure(client.verifyApiKey())).toMatchObject({ reason: "serverError", status: 502 });
    expect(proxy.requests.length).toBe(0);
    expect(proxy.tunnels.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["lumenone.example.com:443", undefined],
    ]);
  } finally {
    for (const [name, value] of saved) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await proxy.close();
  }
});

test("a call that a token of its own authorizes sends no key", async () => {
  const { requests } = await serve((response) => response.end("<html>connect</html>"));
  await expect(client.renderWhatsAppConnectPage({ token: "t 1" })).resolves.toBe("<html>connect</html>");
  expect(requests[0]!.url).toBe("/api/v1/whatsapp-integration/connect?token=t+1");
  expect(requests[0]!.headers.authorization).toBeUndefined();
  expect(requests[0]!.headers["user-agent"]).toMatch(/^pulumi-lumenone\/\d/);
});
