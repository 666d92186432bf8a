import type { IncomingMessage, ServerResponse } from "node:http";
import { LiveView, type Watched } from "./live-view";
import { filesRoot, pageFile } from "./page-files";
import { securityHeaders } from "./security-headers";
import { seedDownload } from "./seed-download";

/** The page that the simulator serves at `/`. What it does goes through the same operations as `curl`: `/_simulator/`. */
export class Page {
  private readonly live: LiveView;

  constructor(private readonly watched: Watched) {
    this.live = new LiveView(watched);
  }

  /** Serves a request if it is for the page. */
  serve({ method, url = "/" }: IncomingMessage, response: ServerResponse): boolean {
    const path = url.split("?", 1)[0] ?? "/";
    if (method !== "GET") return false;
    if (path === "/_simulator/events") this.live.open(response);
    else if (path === "/_simulator/seed") this.sendSeed(response);
    else if (path === "/") sendFile("index.html", response);
    else if (path.startsWith(filesRoot)) sendFile(path.slice(filesRoot.length), response);
    else return false;
    return true;
  }

  private sendSeed(response: ServerResponse): void {
    const seed = JSON.stringify(seedDownload(this.watched.store.state), undefined, 2) + "\n";
    const download = { "content-disposition": 'attachment; filename="lumenone-seed.json"' };
    response.writeHead(200, { ...securityHeaders, ...download, "content-type": "application/json" }).end(seed);
  }
}

function sendFile(name: string, response: ServerResponse): void {
  const file = pageFile(name);
  const { type = "text/plain", text = "The page has no such file\n" } = file ?? {};
  response.writeHead(file ? 200 : 404, { ...securityHeaders, "content-type": type }).end(text);
}
