import { html } from "./html.mjs";
import type { Entity, Model } from "./model.mjs";
import { Said, useDoing } from "./doing.mjs";

const shortened = (value: unknown): string => String(value).slice(0, 30);

/** What LumenOne's staff and customers do: the things that no API call can do. */
export function People({ model }: { model: Model }) {
  const { run, said } = useDoing();
  const { numberRequests = [], whatsAppConnections = [], workspaces = [], organizations = [] } = model.tables;
  const open = numberRequests.filter(({ status }) => status === "pending" || status === "approved");
  const unfinished = whatsAppConnections.filter(({ connected }) => connected !== true);
  const nameOf = (table: readonly Entity[], id: unknown) =>
    String(table.find((one) => one["id"] === id)?.["name"] ?? id);
  const slugOf = (id: unknown) => workspaces.find((one) => one["id"] === id)?.["slug"];
  return html`<section class="card people" aria-labelledby="people-title">
    <header>
      <h2 id="people-title">A person's side</h2>
      ${open.length + unfinished.length > 0 && html`<span class="count is-waiting">${open.length + unfinished.length} waiting</span>`}
    </header>
    ${open.length + unfinished.length === 0 && html`<p class="muted">Nothing waits for a person.</p>`}
    <ul class="waiting">
      ${open.map((one) => {
        const id = Number(one["id"]);
        const what = `number request ${id}`;
        return html`<li key=${`request ${id}`}>
          <p>
            <strong>Number request ${id}</strong>
            <span class=${`badge is-${String(one["status"])}`}>${one["status"]}</span><br />
            <span class="muted">
              <bdi>${nameOf(organizations, one["organizationId"]).slice(0, 80)}</bdi>
              ${` wants ${shortened(one["country"])}, ${shortened(one["numberType"])}`}
            </span>
          </p>
          <div class="buttons">
            ${
              one["status"] === "pending" &&
              html`<button
                type="button"
                aria-label=${`Approve ${what}`}
                onClick=${() => run(`Approved: ${what}.`, "POST", "approveNumberRequest", [id])}
              >
                Approve
              </button>`
            }
            <button
              type="button"
              class="primary"
              aria-label=${`Give a number to ${what}`}
              onClick=${() => run(`A number was bought for ${what}.`, "POST", "fulfilNumberRequest", [id])}
            >
              Give a number
            </button>
            <button
              type="button"
              class="danger"
              aria-label=${`Reject ${what}`}
              onClick=${() => run(`Rejected: ${what}.`, "POST", "rejectNumberRequest", [id])}
            >
              Reject
            </button>
          </div>
        </li>`;
      })}
      ${unfinished.map((one) => {
        const name = nameOf(workspaces, one["workspaceId"]).slice(0, 80);
        return html`<li key=${`whatsapp ${String(one["id"])}`}>
          <p>
            <strong>WhatsApp</strong><br /><span class="muted">onboarding of <bdi>${name}</bdi></span>
          </p>
          <div class="buttons">
            <button
              type="button"
              class="primary"
              aria-label=${`Finish WhatsApp of ${name}`}
              onClick=${() => run(`WhatsApp of ${name} is connected.`, "POST", "finishWhatsApp", [slugOf(one["workspaceId"])])}
            >
              Finish
            </button>
          </div>
        </li>`;
      })}
    </ul>
    <${PhoneCall} workspaces=${workspaces} run=${run} />
    <${Said} said=${said} />
  </section>`;
}

/** A customer calls a workspace's assistant. */
function PhoneCall({ workspaces, run }: { workspaces: readonly Entity[]; run: ReturnType<typeof useDoing>["run"] }) {
  const call = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const durationSeconds = Number(fields.get("seconds"));
    const log = { durationSeconds, summary: fields.get("summary") };
    run("The call is in the call logs.", "POST", "phoneCall", [fields.get("workspace"), log]);
  };
  return html`<form onSubmit=${call}>
    <h3>Make a phone call</h3>
    <label class="wide">
      Workspace
      <select name="workspace" required disabled=${workspaces.length === 0}>
        ${workspaces.map(({ slug, name }) => html`<option value=${slug}>${String(name).slice(0, 80)}</option>`)}
      </select>
    </label>
    <label class="wide"
      >About <input name="summary" defaultValue="Asked for the opening hours" maxlength="500"
    /></label>
    <label>Seconds <input name="seconds" type="number" min="1" max="36000" defaultValue="60" required /></label>
    <button type="submit" disabled=${workspaces.length === 0}>Call</button>
  </form>`;
}
