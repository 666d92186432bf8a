import { type Reporter } from "../console/reporter";
import { type Pool } from "./pool";

/** The first signal lets running tenants finish; SIGTERM, and a second one, ask them to end now. */
export function stopOnSignals(pool: Pool, reporter: Reporter): () => void {
  let count = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    count++;
    pool.stop(signal === "SIGTERM" || count > 1);
    reporter.warn("Stopping: no further tenant is begun, and those under way come to an end.");
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}
