import { createSimulator } from "lumenone-simulator";
import { type Question, type Reply } from "./messages";

/** The simulator in a process of its own, so that it and the program do not wait for each other. Ends with its parent. */
async function serve(latency: number): Promise<void> {
  const simulator = await createSimulator({ latency });
  const { url, apiKey, accountId, journal } = simulator;
  const send = (reply: Reply) => process.send?.(reply);
  process.on("message", (question: Question) => {
    if (question === "clear") journal.clear();
    const requests: Record<string, number> = {};
    for (const { operationId = "unknown" } of journal) requests[operationId] = (requests[operationId] ?? 0) + 1;
    send({ requests, failures: journal.filter(({ status }) => status !== 200).length });
  });
  process.on("disconnect", () => void simulator.close());
  send({ url, apiKey, accountId });
}

void serve(Number(process.argv[2]));
