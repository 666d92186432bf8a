import { html } from "./html.mjs";
import { LongText } from "./long-text.mjs";

/** A body, as indented JSON or as the text that it is. */
export function JsonView({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return html`<p class="muted">${label}: none</p>`;
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  return html`<h4>${label}</h4>
    <div class="code"><${LongText} text=${text} most=${2000} /></div>`;
}
