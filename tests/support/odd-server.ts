import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";

/** A server that responds as a test wants, and remembers its requests. */
export interface OddServer {
  readonly url: string;
  readonly requests: IncomingMessage[];
  /** What it was asked as a proxy to lead through to. It refuses. */
  readonly tunnels: IncomingMessage[];
  close(): Promise<void>;
}

type Respond = (response: ServerResponse, request: IncomingMessage, body: string) => void;

/** Starts one. Bodies are read to the end before `respond` runs, unless `early`. */
export async function oddServer(respond: Respond, early = false): Promise<OddServer> {
  const requests: IncomingMessage[] = [];
  const tunnels: IncomingMessage[] = [];
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    requests.push(request);
    response.on("error", () => undefined);
    if (early) return respond(response, request, "");
    const chunks: Buffer[] = [];
    request.on("error", () => undefined);
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => respond(response, request, Buffer.concat(chunks).toString()));
  });
  server.on("connect", (request, socket) => {
    tunnels.push(request);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    tunnels,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
