import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Faults } from "./faults/faults";
import { Contract } from "./contract/contract";
import { handle, type Server } from "./http/handle";
import { Journal } from "./journal";
import { Backstage } from "./backstage";
import { backstageRoot, handleBackstage } from "./http/backstage-api";
import { refusal, refuse } from "./http/guard";
import { Page } from "./page/page";
import { RecentRequests } from "./page/recent-requests";
import type { Simulator, SimulatorOptions } from "./simulator";
import type { Seed } from "./store/seed";
import { makeState, readStateFile, writeStateFile } from "./store/state";
import { Store } from "./store/store";

/**
 * Starts a simulator: every operation of the contract, stateful, on a port of the loopback interface.
 *
 * @example
 * ```ts
 * const simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
 * const { url, apiKey, accountId } = simulator;
 * const headers = { authorization: `Bearer ${apiKey}`, "x-account-id": accountId };
 * await fetch(`${url}/api/v1/orgs`, { headers });
 * simulator.journal.count("listOrganizations"); // 1
 * await simulator.close();
 * ```
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { clock = Date.now, stateFile, rateLimit, latency = 0 } = options;
  const stateOf = (seed: Seed) => {
    const { mode = seed.mode, quirks = seed.quirks } = options;
    return makeState({ ...seed, mode, quirks }, new Date(clock()).toISOString());
  };
  const kept = stateFile === undefined ? undefined : readStateFile(stateFile);
  const store = new Store(stateOf(kept ?? options.seed ?? {}));
  const faults = new Faults();
  faults.rateLimit = rateLimit;
  let requests = 0;
  const nextRequestId = (): string => `req_${++requests}`;
  const server: Server = {
    contract: options.contract === undefined ? Contract.released() : Contract.corrected(options.contract),
    store,
    faults,
    journal: new Journal(),
    recent: new RecentRequests(),
    clock,
    latency,
    nextRequestId,
  };

  const page = new Page(server);
  const listener: RequestListener = (message, response) => {
    const reason = refusal(message);
    if (reason !== undefined) return refuse(reason, response);
    if (page.serve(message, response)) return;
    const isOurs = message.url?.startsWith(backstageRoot);
    const handled = isOurs ? handleBackstage(simulator, message, response) : handle(server, message, response);
    handled.catch((error: Error) => fail(error, message, response));
  };
  const http = createServer(listener);
  http.listen(options.port ?? 0, "127.0.0.1");
  await once(http, "listening").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`port ${options.port} is taken: give another one, or 0 for any free port`);
  });
  const { port } = http.address() as AddressInfo;
  const http6 = await listenOnIpv6(listener, port);

  const simulator: Simulator = {
    url: `http://127.0.0.1:${port}`,
    apiKey: store.all("apiKeys")[0]?.key ?? "",
    accountId: store.all("accounts")[0]?.id ?? "",
    journal: server.journal,
    faults,
    person: new Backstage(store, clock),
    reset(seed = options.seed ?? {}) {
      store.replace(stateOf(seed));
      server.journal.clear();
      faults.clear();
      faults.rateLimit = rateLimit;
    },
    snapshot: () => structuredClone(store.state),
    async close() {
      const servers = http6 ? [http, http6] : [http];
      for (const one of servers) one.closeAllConnections();
      await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
  if (stateFile !== undefined) {
    writeStateFile(stateFile, store.state);
    store.onChange(() => writeStateFile(stateFile, store.state));
  }
  return simulator;
}

/**
 * Listens on the same port of `::1` too: some programs and browsers try that address of `localhost` alone. Returns undefined
 * where the machine has no IPv6, or another program has that port.
 */
async function listenOnIpv6(listener: RequestListener, port: number) {
  const server = createServer(listener);
  return await new Promise<typeof server | undefined>((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "::1", () => resolve(server));
  });
}

/** Handles an unexpected error: the client closed its connection during the request, or the simulator has a defect. */
function fail(error: Error, message: IncomingMessage, response: ServerResponse): void {
  if (message.destroyed || response.headersSent) return void response.destroy();
  console.error("lumenone-simulator failed:", error);
  response.writeHead(500, { "content-type": "application/json" });
  response.end(JSON.stringify({ success: false, message: `lumenone-simulator failed: ${error.message}` }));
}
