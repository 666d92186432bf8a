import { useState } from "preact/hooks";
import { html } from "./html.mjs";

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

/** What an action said, read out by screen readers. */
export function Said({ said }: { said: { text: string; isError: boolean } }) {
  return html`<p role="status" class=${said.isError ? "said is-bad" : "said"}>${said.text}</p>`;
}

/** Asks the simulator to do something. @throws with its reason */
async function ask(method: "POST" | "DELETE", action: string, body?: unknown): Promise<void> {
  const response = await fetch(`/_simulator/${action}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (response.ok) return;
  const { message } = (await response.json()) as { message: string };
  throw new Error(message.replace(/^lumenone-simulator: /, ""));
}
