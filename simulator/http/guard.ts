import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Names that reach this machine and that nobody else can give an address. Any other name may belong to a site that points
 * it at 127.0.0.1 while its page is open (DNS rebinding): the browser then takes page and simulator for one site.
 */
const ownName = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\]|host\.docker\.internal)(?::\d+)?$/i;

const loopback = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];

/** Sites of a request that its user, or the page itself, has made. */
const ownSites = ["same-origin", "none"];

/**
 * Returns why a request may not be served, or undefined. Served are programs, which send neither `Origin` nor
 * `Sec-Fetch-Site`, and the simulator's own page; never the page of another site, nor a request from another machine.
 */
export function refusal({ headers, socket }: IncomingMessage): string | undefined {
  const { host = "", origin } = headers;
  const site = headers["sec-fetch-site"];
  if (!loopback.includes(socket.remoteAddress ?? "")) return "Only requests from this machine are accepted";
  if (!ownName.test(host)) return `The host ${shown(host)} is not a name of this machine: use localhost or 127.0.0.1`;
  if (origin !== undefined && origin !== `http://${host}`) return `Pages of ${shown(origin)} may not use the simulator`;
  if (site !== undefined && !ownSites.includes(String(site))) {
    return "Pages of other sites may not use the simulator. To open its page, type its address";
  }
  return undefined;
}

/** Refuses a request. Its body is not read: the connection closes. */
export function refuse(message: string, response: ServerResponse): void {
  response.writeHead(403, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify({ success: false, message }));
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 100));
