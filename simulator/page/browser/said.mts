import { html } from "./html.mjs";

/** What an action said, read out by screen readers. */
export function Said({ said }: { said: { text: string; isError: boolean } }) {
  return html`<p role="status" class=${said.isError ? "said is-bad" : "said"}>${said.text}</p>`;
}
