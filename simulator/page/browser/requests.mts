import { useState } from "preact/hooks";
import { html } from "./html.mjs";
import type { Model, Request } from "./model.mjs";
import { RequestRow } from "./request-row.mjs";
import { useDoing } from "./doing.mjs";
import { Said } from "./said.mjs";

const filters: Record<string, (request: Request) => boolean> = {
  All: () => true,
  Changes: ({ method }) => method !== "GET",
  Failed: ({ status, endedAt, fault }) => (status ?? (endedAt === undefined ? 0 : 599)) >= 400 || fault !== undefined,
};

/** The last requests, newest first. */
export function Requests({ model }: { model: Model }) {
  const [filter, setFilter] = useState("All");
  const { run, said } = useDoing();
  const shown = model.requests.filter(filters[filter] ?? (() => true));
  return html`<section class="card requests" aria-labelledby="requests-title">
    <header>
      <h2 id="requests-title">Requests</h2>
      <span class="count">${model.requests.length}</span>
      <div class="segments" role="group" aria-label="Which requests">
        ${Object.keys(filters).map(
          (name) =>
            html`<button type="button" aria-pressed=${name === filter} onClick=${() => setFilter(name)}>
              ${name}
            </button>`,
        )}
      </div>
      <button type="button" class="quiet" onClick=${() => run("The list is empty.", "DELETE", "journal")}>Clear</button>
    </header>
    <${Said} said=${said} />
    ${
      shown.length === 0
        ? html`<p class="empty">
            No requests yet. Point a program at <code>${location.origin}</code>, and they appear here.
          </p>`
        : html`<ol class="request-list" tabindex="0" aria-label="Requests, newest first">
            ${shown.map((request) => html`<${RequestRow} key=${request.requestId} request=${request} />`)}
          </ol>`
    }
  </section>`;
}
