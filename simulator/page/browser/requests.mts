import { useState } from "preact/hooks";
import { html } from "./html.mjs";
import type { Model, Request } from "./model.mjs";
import { LongText } from "./long-text.mjs";
import { Said, useDoing } from "./doing.mjs";

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

/** A request: one line, which opens to its body and its response. */
function RequestRow({ request }: { request: Request }) {
  const [isOpen, setOpen] = useState(false);
  const { method, path, operationId, status, fault, startedAt, endedAt, at, query } = request;
  const parameters = new URLSearchParams(query).toString();
  return html`<li class="request">
    <button type="button" class="request-line" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
      <span class=${`method is-${method.toLowerCase()}`}>${method}</span>
      <span class="what">
        <span class="operation">${operationId ?? "not an operation"}</span>
        <bdi class="path">${`${path}${parameters && `?${parameters}`}`.slice(0, 300)}</bdi>
      </span>
      ${fault && html`<span class="badge is-fault">fault: ${fault}</span>`}
      <span class=${`status is-${statusClass(request)}`}>${status ?? (endedAt === undefined ? "…" : "reset")}</span>
      <span class="duration">${endedAt === undefined ? "" : `${endedAt - startedAt} ms`}</span>
    </button>
    ${
      isOpen &&
      html`<div class="request-body">
        <dl class="fields">
          <div>
            <dt>when</dt>
            <dd>${at}</dd>
          </div>
          <div>
            <dt>request id</dt>
            <dd>${request.requestId}</dd>
          </div>
          <div>
            <dt>account</dt>
            <dd><bdi>${request.accountId ?? "none"}</bdi></dd>
          </div>
          <div>
            <dt>Authorization</dt>
            <dd class="muted">never shown</dd>
          </div>
        </dl>
        <${JsonView} label="Body" value=${request.body} />
        <${JsonView} label="Response" value=${request.response} />
      </div>`
    }
  </li>`;
}

/** Success, a client's error, a server's error, or nothing yet. */
function statusClass({ status, endedAt }: Request): string {
  if (status === undefined) return endedAt === undefined ? "waiting" : "bad";
  return status >= 500 ? "bad" : status >= 400 ? "warning" : "good";
}

/** A body, as indented JSON or as the text that it is. */
function JsonView({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return html`<p class="muted">${label}: none</p>`;
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  return html`<h4>${label}</h4>
    <div class="code"><${LongText} text=${text} most=${2000} /></div>`;
}
