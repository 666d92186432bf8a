import type { IncomingMessage, ServerResponse } from "node:http";
import type { State } from "../entities";
import type { Server } from "../http/handle";
import { defaultApiKey } from "../store/defaults";
import { LiveView } from "./live-view";
import { withoutKeysIn } from "./masked";
import { filesRoot, pageFile } from "./page-files";
import { securityHeaders } from "./security-headers";

/** The page that the simulator serves at `/`. What it does goes through the same operations as `curl`: `/_simulator/`. */
export class Page {
  private readonly live: LiveView;

  constructor(private readonly server: Server) {
    this.live = new LiveView(server);
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
    const seed = JSON.stringify(seedDownload(this.server.store.state), undefined, 2) + "\n";
    const download = { "content-disposition": 'attachment; filename="lumenone-seed.json"' };
    response.writeHead(200, { ...securityHeaders, ...download, "content-type": "application/json" }).end(seed);
  }
}

function sendFile(name: string, response: ServerResponse): void {
  const file = pageFile(name);
  const { type = "text/plain", text = "The page has no such file\n" } = file ?? {};
  response.writeHead(file ? 200 : 404, { ...securityHeaders, "content-type": type }).end(text);
}

/**
 * Returns the state as a seed that has none of the keys. Accounts belong to whoever has the key of their company, so that
 * each company keeps one key: the simulator's well-known key for the first, `key-of-COMPANY` for the others.
 */
function seedDownload(state: State): State {
  const companies = [...new Set(state.apiKeys.map(({ company }) => company))];
  const apiKeys = companies.map((company, index) => ({
    key: index === 0 ? defaultApiKey : `key-of-${company}`,
    company,
  }));
  const keys = state.apiKeys.map(({ key }) => key);
  const tenants = withoutKeysIn({ ...state, apiKeys: [] }, keys) as State;
  return { ...tenants, apiKeys };
}
