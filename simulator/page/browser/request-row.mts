import { useState } from "preact/hooks";
import { html } from "./html.mjs";
import { JsonView } from "./json-view.mjs";
import type { Request } from "./model.mjs";

/** A request: one line, which opens to its body and its response. */
export function RequestRow({ request }: { request: Request }) {
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
