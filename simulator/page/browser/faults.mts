import { html } from "./html.mjs";
import type { Model } from "./model.mjs";
import { Said, useDoing } from "./doing.mjs";

/** Faults: which are on, and a form for another one. */
export function Faults({ model }: { model: Model }) {
  const { run, said } = useDoing();
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => fields.get(name) as string;
    const fault = {
      kind: text("kind"),
      times: Number(text("times")),
      ...(text("operation") && { operationId: text("operation") }),
      ...(text("kind") === "status" && text("status") && { status: Number(text("status")) }),
    };
    run("The fault is on.", "POST", "faults", fault);
  };
  const isAny = model.faults.length > 0 || model.rateLimit !== undefined;
  return html`<section class="card faults" aria-labelledby="faults-title">
    <header>
      <h2 id="faults-title">Faults</h2>
      ${model.faults.length > 0 && html`<span class="count is-fault">${model.faults.length} on</span>`}
      ${isAny && html`<button type="button" class="quiet" onClick=${() => run("All faults are off.", "DELETE", "faults")}>All off</button>`}
    </header>
    ${!isAny && html`<p class="muted">Every call works.</p>`}
    ${model.rateLimit !== undefined && html`<p class="muted">At most ${model.rateLimit} requests a second.</p>`}
    <ul class="waiting">
      ${model.faults.map(
        ({ id, left, kind, operationId, status }) =>
          html`<li key=${id}>
            <p>
              <strong><bdi>${String(kind).slice(0, 40)}</bdi>${status === undefined ? "" : ` ${status}`}</strong>${" "}
              <span class="muted">${operationId ?? "any operation"}, ${left === null ? "always" : `${left} ×`}</span>
            </p>
            <div class="buttons">
              <button
                type="button"
                aria-label=${`Switch off ${kind} ${operationId ?? ""}`}
                onClick=${() => run("The fault is off.", "DELETE", "faults", id)}
              >
                Off
              </button>
            </div>
          </li>`,
      )}
    </ul>
    <form onSubmit=${add}>
      <h3>Switch one on</h3>
      <label>
        Kind
        <select name="kind">
          ${model.faultKinds.map((kind) => html`<option>${kind}</option>`)}
        </select>
      </label>
      <label>Status <input name="status" type="number" min="300" max="599" defaultValue="503" /></label>
      <label class="wide">
        Operation
        <select name="operation">
          <option value="">any</option>
          ${model.operations.map((operation) => html`<option>${operation}</option>`)}
        </select>
      </label>
      <label>Calls <input name="times" type="number" min="1" max="100000" defaultValue="1" required /></label>
      <button type="submit">Switch on</button>
    </form>
    <${Said} said=${said} />
  </section>`;
}
