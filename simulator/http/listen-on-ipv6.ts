import { createServer, type RequestListener, type Server } from "node:http";

/**
 * Listens on the same port of `::1` too: some programs and browsers try that address of `localhost` alone. Returns undefined
 * where the machine has no IPv6, or another program has that port.
 */
export async function listenOnIpv6(listener: RequestListener, port: number): Promise<Server | undefined> {
  const server = createServer(listener);
  return await new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "::1", () => resolve(server));
  });
}
