import * as http from "node:http";
import * as os from "node:os";
import { type Operation } from "../operations";
import { organizationNames, type Scenario, workspacesOf } from "../scenario";
import { startSimulator } from "../server/start-simulator";
import { type Subject } from "./subject";

/** As many requests at once as the engine has steps under way, and this provider requests. */
const concurrency = Math.min(10, 4 * os.availableParallelism());

/** The other floor: the requests alone, one each, from a script that knows nothing of Pulumi. */
export const rawHttp: Subject = {
  name: "raw-http",
  title: "raw HTTP, one request each",
  sendsRequests: true,
  async start(scenario) {
    const simulator = await startSimulator(scenario.latency);
    const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
    const headers = { authorization: `Bearer ${simulator.apiKey}`, "x-account-id": simulator.accountId };
    const send: Send = (method, path, body) => sendOnce(agent, `${simulator.url}/api/v1${path}`, method, headers, body);
    const work = workOf(scenario, send);
    return {
      async run(operation) {
        const step = work[operation];
        if (!step) return undefined;
        await simulator.clear();
        const begun = performance.now();
        await step();
        const seconds = (performance.now() - begun) / 1000;
        const { requests } = await simulator.seen();
        return { seconds, requests };
      },
      async close() {
        agent.destroy();
        await simulator.close();
      },
    };
  },
};

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

function workOf(scenario: Scenario, send: Send): Partial<Record<Operation, () => Promise<void>>> {
  let organizations: string[] = [];
  let workspaces: string[] = [];
  const forAll = async (method: string): Promise<void> => {
    await inParallel(workspaces, (slug) => send(method, `/workspace/${slug}`));
    await inParallel(organizations, (slug) => send(method, `/org/${slug}`));
  };
  return {
    async up() {
      organizations = await inParallel(organizationNames(scenario), async (name) => {
        const response = (await send("POST", "/org/new", { name })) as { organization: { slug: string } };
        return response.organization.slug;
      });
      workspaces = await inParallel(workspacesOf(scenario), async ({ organization, settings }) => {
        const path = `/org/${organizations[organization]}/workspace/new`;
        const response = (await send("POST", path, settings)) as { workspace: { slug: string } };
        return response.workspace.slug;
      });
    },
    async change() {
      const [first] = workspacesOf(scenario, true);
      await send("POST", `/workspace/${workspaces[0]}/update`, first?.settings);
    },
    refresh: () => forAll("GET"),
    destroy: () => forAll("DELETE"),
  };
}

/** The agent's sockets are the limit. */
function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(work));
}

async function sendOnce(
  agent: http.Agent,
  url: string,
  method: string,
  headers: http.OutgoingHttpHeaders,
  body?: unknown,
): Promise<unknown> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { "content-type": "application/json" };
  return await new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers: { ...headers, ...type } }, (response) => {
      let received = "";
      response.setEncoding("utf8").on("data", (part: string) => (received += part));
      response.on("end", () => {
        if (response.statusCode !== 200) reject(new Error(`${method} ${url}: ${response.statusCode} ${received}`));
        else resolve(received.startsWith("{") ? JSON.parse(received) : received);
      });
    });
    request.on("error", reject);
    request.end(text);
  });
}
