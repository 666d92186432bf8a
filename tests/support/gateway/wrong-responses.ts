import { gzipSync } from "node:zlib";
import { pick } from "../seeded";
import { aboutAnother, changeList, inOtherEnvelope, withoutId } from "./reshape-json";
import { type Exchange, type Reply, type WrongResponse } from "./wrong-response";

type Headers = Record<string, string>;

const json = "application/json; charset=utf-8";
const html = "<!doctype html><html><head><title>Not here</title></head><body><h1>Not here</h1></body></html>";

const send = ({ response }: Exchange, status: number, headers: Headers, body: string | Buffer = ""): void => {
  response.writeHead(status, headers).end(body);
};
const says =
  (status: number, body: string, type: string = json, headers: Headers = {}) =>
  (exchange: Exchange): void =>
    send(exchange, status, { "content-type": type, ...headers }, body);
const saysJson = (status: number, body: unknown, headers: Headers = {}) =>
  says(status, JSON.stringify(body), json, headers);
const redirects = (status: number) => says(status, "", "text/plain", { location: "https://elsewhere.invalid/api/v1" });

/** Where the request did not reach LumenOne there is nothing to change: a gateway's own error. */
const whole = ({ reply }: Exchange): Reply =>
  reply ?? { status: 502, headers: { "content-type": "text/html" }, body: Buffer.from(html) };
const typeOf = ({ headers }: Reply): Headers => ({ "content-type": headers["content-type"] ?? "text/plain" });

/** LumenOne's response with other JSON in it; one without JSON is left as it is. */
const changes =
  (change: (body: unknown, exchange: Exchange) => unknown, status?: number) =>
  (exchange: Exchange): void => {
    const reply = whole(exchange);
    const isJson = reply.status < 300 && /json/.test(reply.headers["content-type"] ?? "");
    const body = isJson ? JSON.stringify(change(JSON.parse(reply.body.toString()), exchange)) : reply.body;
    send(exchange, isJson ? (status ?? reply.status) : reply.status, typeOf(reply), body);
  };
const changesList = (change: (list: unknown[], exchange: Exchange) => void, status?: number) =>
  changes((body, exchange) => {
    changeList(body, exchange.random, (list) => change(list, exchange));
    return body;
  }, status);

/** As if the content were 65 MB: more than any response of LumenOne's. */
const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, " "));
const deep = `{"organization":${"[".repeat(100_000)}`;

/** Every kind of wrong response. */
export const wrongResponses: readonly WrongResponse[] = [
  { name: "404 JSON of one framework", respond: saysJson(404, { message: "no such route" }) },
  {
    name: "404 JSON of another framework",
    respond: (exchange) => {
      const message = `Cannot ${exchange.method} ${exchange.path}`;
      saysJson(404, { statusCode: 404, message, error: "Not Found" })(exchange);
    },
  },
  { name: "404 HTML", respond: says(404, html, "text/html") },
  { name: "404 text", respond: says(404, "404 page not found", "text/plain") },
  { name: "404 empty", respond: says(404, "", "text/plain") },
  { name: "410", respond: saysJson(410, { message: "Gone" }) },
  { name: "200 null", respond: says(200, "null") },
  { name: "200 {}", respond: says(200, "{}") },
  { name: "200 []", respond: says(200, "[]") },
  { name: '200 ""', respond: says(200, '""') },
  { name: "200 without a body", respond: says(200, "") },
  // "OK" would be LumenOne's own word (upstream): nothing distinguishes a deletion that was not done from one that was.
  { name: "200 text", respond: says(200, "It works!", "text/plain") },
  { name: "200 HTML", respond: says(200, html, "text/html") },
  { name: '200 {"message":"ok"}', respond: saysJson(200, { message: "ok" }) },
  {
    name: "another object of the same kind",
    ofReply: true,
    respond: changes((body, { sameKind, otherKinds, random }) =>
      sameKind.length > 0 ? pick(random, sameKind) : (aboutAnother(body, otherKinds, random) ?? body),
    ),
  },
  {
    name: "an object of another kind",
    respond: ({ otherKinds, random, ...exchange }) =>
      saysJson(
        200,
        otherKinds.length > 0 ? pick(random, otherKinds) : { number: { id: 1, number: "+15550001111" } },
      )({
        ...exchange,
        otherKinds,
        random,
      }),
  },
  {
    name: "a list short by one",
    ofReply: true,
    plausible: true,
    respond: changesList((list, { random }) => list.splice(Math.floor(random() * list.length), 1)),
  },
  {
    name: "duplicated items",
    ofReply: true,
    respond: changesList((list) => list.splice(0, 0, ...structuredClone(list))),
  },
  { name: "a reordered list", ofReply: true, respond: changesList((list) => list.reverse()) },
  { name: "a list in another envelope", ofReply: true, respond: changes((body) => inOtherEnvelope(body)) },
  { name: "an item without an id", ofReply: true, respond: changes((body, { random }) => withoutId(body, random)) },
  { name: "204", respond: (exchange) => send(exchange, 204, {}) },
  { name: "206", ofReply: true, respond: changesList((list) => list.splice(Math.ceil(list.length / 2)), 206) },
  { name: "301", respond: redirects(301) },
  { name: "302", respond: redirects(302) },
  { name: "303", respond: redirects(303) },
  { name: "304", respond: (exchange) => send(exchange, 304, { etag: '"1"' }) },
  { name: "307", respond: redirects(307) },
  { name: "400", respond: saysJson(400, { message: "Bad Request" }) },
  { name: "401", respond: saysJson(401, { message: "Unauthorized" }, { "www-authenticate": "Bearer" }) },
  { name: "402", respond: saysJson(402, { message: "Payment Required" }) },
  { name: "403", respond: says(403, html, "text/html") },
  { name: "405", respond: saysJson(405, { message: "Method Not Allowed" }, { allow: "OPTIONS" }) },
  { name: "409", respond: saysJson(409, { message: "Conflict" }) },
  { name: "418", respond: says(418, "I'm a teapot", "text/plain") },
  { name: "429 without a header", respond: saysJson(429, { message: "Too Many Requests" }) },
  { name: "429 with Retry-After", respond: saysJson(429, { message: "Too Many Requests" }, { "retry-after": "1" }) },
  { name: "500", respond: saysJson(500, { message: "Internal Server Error" }) },
  { name: "501", respond: saysJson(501, { message: "Not Implemented" }) },
  { name: "502", respond: says(502, html, "text/html") },
  { name: "503", respond: says(503, "upstream connect error", "text/plain") },
  { name: "504", respond: says(504, html, "text/html") },
  { name: "520", respond: says(520, html, "text/html") },
  {
    name: "truncated JSON",
    ofReply: true,
    respond: (exchange) => {
      const reply = whole(exchange);
      send(exchange, reply.status, typeOf(reply), reply.body.subarray(0, Math.ceil(reply.body.length / 2)));
    },
  },
  {
    name: "shorter than its content-length",
    ofReply: true,
    respond: (exchange) => {
      const reply = whole(exchange);
      const { response } = exchange;
      response.writeHead(reply.status, { ...typeOf(reply), "content-length": String(reply.body.length + 10) });
      response.write(reply.body, () => response.destroy());
    },
  },
  // Whoever waits for it gives up.
  { name: "slow", respond: () => undefined },
  {
    name: "reset before the request was done",
    unsent: true,
    respond: ({ response }) => response.socket?.resetAndDestroy(),
  },
  {
    name: "reset after the request was done",
    ofReply: true,
    respond: ({ response }) => response.socket?.resetAndDestroy(),
  },
  { name: "broken gzip", respond: says(200, "this is not gzip", json, { "content-encoding": "gzip" }) },
  {
    name: "another content type",
    ofReply: true,
    respond: (exchange) =>
      send(exchange, whole(exchange).status, { "content-type": "image/png" }, whole(exchange).body),
  },
  {
    name: "another charset",
    ofReply: true,
    respond: (exchange) => {
      const body = Buffer.from(whole(exchange).body.toString(), "utf16le");
      send(exchange, whole(exchange).status, { "content-type": "application/json; charset=utf-16" }, body);
    },
  },
  {
    name: "invalid UTF-8",
    ofReply: true,
    respond: (exchange) => {
      const reply = whole(exchange);
      // The second letter of the first value that is a text.
      const place = /":"\w/.exec(reply.body.toString("latin1"))?.index;
      const body = Buffer.from(reply.body);
      if (place !== undefined) body[place + 3] = 0xe9;
      send(exchange, reply.status, typeOf(reply), body);
    },
  },
  {
    name: "a huge body",
    respond: (exchange) => send(exchange, 200, { "content-type": json, "content-encoding": "gzip" }, bomb),
  },
  { name: "deep nesting", respond: says(200, deep) },
];
