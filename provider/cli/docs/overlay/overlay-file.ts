import { existsSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { CommandError } from "../../exit-code";
import { type Action } from "./corrections";

/** The text of an overlay. */
export function overlayText(
  actions: readonly Action[],
  { command, title }: { readonly command: string; readonly title: string },
): string {
  const overlay = { overlay: "1.0.0", info: { title, version: "1" }, actions };
  return `# Written by pulumi-lumenone ${command}. Use it with: pulumi config set lumenone:contract FILE\n${stringify(overlay, { lineWidth: 120 })}`;
}

/** The actions in force, then the new ones. An action may not stand there twice: its last place counts. */
export function allActions(known: readonly Action[], found: readonly Action[]): Action[] {
  const later = merged(found);
  const texts = new Set(later.map((action) => JSON.stringify(action)));
  return [...known.filter((action) => !texts.has(JSON.stringify(action))), ...later];
}

/** One action for each target. A removal goes before the update in its place. */
function merged(actions: readonly Action[]): Action[] {
  const removed = new Map(actions.flatMap((action) => (action.remove ? [[action.target, action]] : [])));
  const updates = new Map<string, Values>();
  for (const { target, update } of actions) {
    if (update) updates.set(target, merge(updates.get(target) ?? {}, update));
  }
  return [...removed.values(), ...[...updates].map(([target, update]) => ({ target, update }))];
}

function merge(base: Values, more: Values): Values {
  const result: Values = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const known = result[key];
    if (isObject(known) && isObject(value)) result[key] = merge(known, value);
    else if (Array.isArray(known) && Array.isArray(value))
      result[key] = [...new Set([...(known as unknown[]), ...(value as unknown[])])];
    else result[key] = value;
  }
  return result;
}

/** @throws {CommandError} before anything is read, so that nobody waits for a file that cannot be written */
export function checkOverlayFile(file: string, force: boolean): void {
  if (existsSync(file) && !force) {
    throw new CommandError(`The overlay ${file} exists. Give --force to overwrite it, or another name.`);
  }
}

/** @throws {CommandError} the file cannot be written */
export function writeOverlay(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    throw new CommandError(`The overlay cannot be written: ${(error as Error).message}`);
  }
}
