import { existsSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { CommandError } from "../../exit-code";
import { type Action } from "./corrections";

/** Where the facts of an overlay come from. */
export interface OverlaySource {
  readonly command: "doctor --docs" | "doctor";
  readonly title: string;
}

/** The text of an overlay. */
export function overlayText(actions: readonly Action[], { command, title }: OverlaySource = documentation): string {
  const overlay = {
    overlay: "1.0.0",
    info: { title, version: "1" },
    actions,
  };
  return `# Written by pulumi-lumenone ${command}. Use it with: pulumi config set lumenone:contract FILE\n${stringify(overlay, { lineWidth: 120 })}`;
}

const documentation: OverlaySource = { command: "doctor --docs", title: "LumenOne as it is documented" };

/** The actions in force, then the new ones. An action may not stand there twice: its last place counts. */
export function allActions(known: readonly Action[], found: readonly Action[]): Action[] {
  const later = merged(found);
  const texts = new Set(later.map((action) => JSON.stringify(action)));
  return [...known.filter((action) => !texts.has(JSON.stringify(action))), ...later];
}

/** One action for each target. A removal goes before the update in its place. */
export function merged(actions: readonly Action[]): Action[] {
  const removed = actions.filter(({ remove }) => remove);
  const updates = new Map<string, Values>();
  for (const { target, update } of actions) {
    if (update) updates.set(target, merge(updates.get(target) ?? {}, update));
  }
  const unique = new Map(removed.map((action) => [action.target, action]));
  return [...unique.values(), ...[...updates].map(([target, update]) => ({ target, update }))];
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
