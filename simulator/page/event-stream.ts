import type { ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers";

/** A proxy or a browser may end a connection on which nothing comes. */
const keepAlive = 20_000;

/** A page that does not read as fast as the simulator works is disconnected at this many bytes. It then comes again. */
const mostUnread = 64 * 1024 * 1024;

/** Server-sent events to every page that is open. */
export class EventStream {
  private readonly pages = new Set<ServerResponse>();

  get isWatched(): boolean {
    return this.pages.size > 0;
  }

  /** Opens the stream of one page. */
  open(response: ServerResponse): void {
    response.writeHead(200, { ...securityHeaders, "content-type": "text/event-stream" });
    response.write("retry: 500\n\n");
    const alive = setInterval(() => response.write(": alive\n\n"), keepAlive).unref();
    this.pages.add(response);
    response.on("close", () => {
      clearInterval(alive);
      this.pages.delete(response);
    });
  }

  /** Sends an event to one page, or to all. */
  send(event: string, data: unknown, to: Iterable<ServerResponse> = this.pages): void {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const page of to) {
      if (page.writableLength > mostUnread) page.destroy();
      else page.write(text);
    }
  }
}
