import { once } from "node:events";
import * as net from "node:net";
import { leftovers } from "./leftovers";

/**
 * Stands before a server on this machine, and passes on at most so many bytes a second of what is sent to it.
 * @returns its URL
 */
export async function slowRelay(target: string, bytesPerSecond: number): Promise<string> {
  const { port } = new URL(target);
  const sockets = new Set<net.Socket>();
  const relay = net.createServer((client) => {
    const server = net.connect(Number(port), "127.0.0.1");
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    }
    server.pipe(client);
    client.on("data", (chunk) => {
      server.write(chunk);
      client.pause();
      setTimeout(() => client.resume(), (chunk.length / bytesPerSecond) * 1000);
    });
    client.on("end", () => server.end());
  });
  await once(relay.listen(0, "127.0.0.1"), "listening");
  leftovers.add(async () => {
    for (const socket of sockets) socket.destroy();
    await once(relay.close(), "close");
  });
  return `http://127.0.0.1:${(relay.address() as net.AddressInfo).port}`;
}
