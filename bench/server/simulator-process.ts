import { createSimulator } from "lumenone-simulator";
import { type Answer, type Question } from "./messages";

/** The simulator in a process of its own, so that it and the program do not wait for each other. Ends with its parent. */
async function serve(latency: number): Promise<void> {
  const simulator = await createSimulator({ latency });
  const { url, apiKey, accountId, journal } = simulator;
  const tell = (answer: Answer) => process.send?.(answer);
  process.on("message", (question: Question) => {
    if (question === "clear") journal.clear();
    const requests: Record<string, number> = {};
    for (const { operationId = "unknown" } of journal) requests[operationId] = (requests[operationId] ?? 0) + 1;
    tell({ requests, failures: journal.filter(({ status }) => status !== 200).length });
  });
  process.on("disconnect", () => void simulator.close());
  tell({ url, apiKey, accountId });
}

void serve(Number(process.argv[2]));
