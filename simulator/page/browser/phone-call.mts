import { html } from "./html.mjs";
import type { Entity } from "./model.mjs";
import type { useDoing } from "./doing.mjs";

interface PhoneCallProps {
  readonly workspaces: readonly Entity[];
  readonly run: ReturnType<typeof useDoing>["run"];
}

/** A customer calls a workspace's assistant. */
export function PhoneCall({ workspaces, run }: PhoneCallProps) {
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
