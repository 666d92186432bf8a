import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { changeableSettings, knownSettings, type VoicePart } from "../voice-settings";
import { json, list, object } from "./literal";

/** A voice, a transcriber or a list of them as TypeScript that the package's types accept, whatever LumenOne has. */
export function voiceExpression(part: VoicePart, value: unknown, indent: number, room: number): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => voiceExpression(part, item, indent + 2, room - 2));
    return list(items, indent, room);
  }
  if (!isObject(value)) return `${json(value, indent, room)} as unknown as lumenone.${part}`;
  const entries = Object.entries(value).map(([name, inner]) => ({
    name,
    value:
      name === "provider" && isNew(part, value)
        ? `lumenone.newProvider(${json(inner, 0, room)})`
        : json(inner, indent + 2, room),
  }));
  const written = object(entries, indent, room);
  return fits(part, value) || isNew(part, value) ? written : `${written} as unknown as lumenone.${part}`;
}

/** A provider that the types do not know, or one of ours with other settings than we know. */
function isNew(part: VoicePart, value: Values): boolean {
  return typeof value["provider"] === "string" && !fits(part, value);
}

function fits(part: VoicePart, value: Values): boolean {
  const { provider, ...settings } = value;
  if (!Object.values(settings).every((setting) => typeof setting === "string")) return false;
  const names = Object.keys(settings);
  if (provider === undefined) return names.length > 0 && names.every((name) => changeableSettings[part].includes(name));
  const wanted = typeof provider === "string" ? knownSettings[part][provider] : undefined;
  return wanted !== undefined && wanted.length === names.length && wanted.every((name) => names.includes(name));
}
