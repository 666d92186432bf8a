import { useState } from "preact/hooks";
import { ask } from "./simulator.mjs";

/** Gives a component the way to do something, and what it said last: for a person who cannot see what changed. */
export function useDoing() {
  const [said, say] = useState({ text: "", isError: false });
  const run = (done: string, ...request: Parameters<typeof ask>): void => {
    ask(...request).then(
      () => say({ text: done, isError: false }),
      (error: Error) => say({ text: error.message, isError: true }),
    );
  };
  return { run, said };
}
