import { useState } from "preact/hooks";
import { html } from "./html.mjs";

/** Text of any length: it is cut, with a button for the rest. `dir="auto"` keeps right-to-left text from turning its surroundings. */
export function LongText({ text, most = 240 }: { text: string; most?: number }) {
  const [isWhole, setWhole] = useState(false);
  if (text.length <= most) return html`<bdi class="text">${text}</bdi>`;
  const toggle = () => setWhole(!isWhole);
  return html`<bdi class="text">${isWhole ? text : `${text.slice(0, most)}…`}</bdi> ${" "}
    <button type="button" class="link" aria-expanded=${isWhole} onClick=${toggle}>
      ${isWhole ? "Show less" : `Show all ${text.length.toLocaleString("en")} characters`}
    </button>`;
}
