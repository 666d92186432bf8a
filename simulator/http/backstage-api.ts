import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fault } from "../faults/faults";
import { readText } from "./body";
import type { Simulator } from "../simulator";
import type { Seed } from "../store/seed";

/** The path below which the simulator has operations of its own. */
export const backstageRoot = "/_simulator/";

type Action = (simulator: Simulator, body: unknown) => unknown;

const methods = [
  "approveNumberRequest",
  "rejectNumberRequest",
  "fulfilNumberRequest",
  "finishWhatsApp",
  "phoneCall",
  "add",
  "change",
  "remove",
] as const;

const actions: Record<string, Action> = {
  "GET state": (simulator) => simulator.snapshot(),
  "GET journal": (simulator) => simulator.journal,
  "DELETE journal": (simulator) => simulator.journal.clear(),
  "POST reset": (simulator, seed) => simulator.reset(seed as Seed | undefined),
  "POST faults": (simulator, fault) => simulator.faults.add(fault as Fault),
  "DELETE faults": ({ faults }, id) => (id === undefined ? faults.clear() : faults.remove(id as number)),
  ...Object.fromEntries(methods.map((name) => [`POST ${name}`, act(name)])),
};

/** A method of `person`; its arguments are a JSON array. */
function act(name: (typeof methods)[number]): Action {
  return ({ person }, body) => {
    if (!Array.isArray(body)) throw new Error(`lumenone-simulator: ${name} takes its arguments as a JSON array`);
    return (person[name] as (...args: unknown[]) => unknown).apply(person, body);
  };
}

/** Handles the simulator's own operations. */
export async function handleBackstage(
  simulator: Simulator,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? { success: true }));
  };
  const { pathname } = new URL(message.url ?? "/", simulator.url);
  const action = actions[`${message.method} ${pathname.slice(backstageRoot.length)}`];
  if (!action) return reply(404, { success: false, message: `Known are: ${Object.keys(actions).join(", ")}` });
  try {
    const text = await readText(message);
    reply(200, action(simulator, text === undefined ? undefined : JSON.parse(text)));
  } catch (error) {
    reply(400, { success: false, message: (error as Error).message });
  }
}
