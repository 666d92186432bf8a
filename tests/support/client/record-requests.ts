import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it came over the wire, with a stand-in for what chance decides. */
export interface RecordedRequest {
  readonly request: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server in front of another one that keeps what it was asked. */
export async function recordRequests(origin: string) {
  const requests: RecordedRequest[] = [];
  const server = createServer((message, response) => {
    void (async () => {
      const bytes = await buffer(message);
      const raw: [string, string][] = [];
      for (let at = 0; at < message.rawHeaders.length; at += 2) {
        raw.push([message.rawHeaders[at]!, message.rawHeaders[at + 1]!]);
      }
      const kept = raw.filter(([name]) => !/^(?:host|connection|user-agent)$/i.test(name));
      requests.push({
        request: steady(`${message.method} ${message.url}`),
        headers: Object.fromEntries(kept.map(([name, value]) => [name, steady(value)])),
        body: steady(bytes.toString("latin1")),
      });
      const headers = Object.fromEntries(
        kept.filter(([name]) => !/^(?:content-length|transfer-encoding)$/i.test(name)),
      );
      const received = await fetch(origin + message.url, {
        method: message.method ?? "GET",
        headers,
        ...(bytes.length > 0 && { body: bytes }),
      });
      const text = await received.text();
      response.writeHead(received.status, { "content-type": received.headers.get("content-type") ?? "" }).end(text);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Ids, keys and boundaries differ from run to run. */
function steady(text: string): string {
  return text
    .replace(/lumenone-[0-9a-f]{32}/g, "BOUNDARY")
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replace(/Bearer \S+/g, "Bearer KEY")
    .replace(/token=[\w-]+/g, "token=TOKEN")
    .replace(/"token":"[\w-]+"/g, '"token":"TOKEN"');
}
