import { setTimeout as wait } from "node:timers/promises";

/**
 * Waits for something that other processes do and nobody announces, such as a file or the end of a process. The test's
 * own time limit ends it.
 */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20);
}
