import { isObject, type Values } from "../../lifecycle/state/values";
import { json, list, object } from "./literal";

type Part = "Voice" | "Transcriber";

/** Settings of the providers that the package's types know, as `voice-types.ts` has them. */
const known: Record<Part, Record<string, readonly string[]>> = {
  Voice: { vapi: ["voiceId"], "11labs": ["voiceId", "model"] },
  Transcriber: { deepgram: ["language", "model"], "11labs": ["language", "model"] },
};

/** Settings that may stand without a provider. */
const changeable: Record<Part, readonly string[]> = {
  Voice: ["voiceId", "model"],
  Transcriber: ["language", "model"],
};

/** Whether a field of a voice assistant holds voices, transcribers, or something else. */
export function voicePart(field: string): Part | undefined {
  return /voice/i.test(field) ? "Voice" : /transcriber/i.test(field) ? "Transcriber" : undefined;
}

/** A voice, a transcriber or a list of them as TypeScript that the package's types accept, whatever LumenOne has. */
export function voiceExpression(part: Part, value: unknown, indent: number, room: number): string {
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
function isNew(part: Part, value: Values): boolean {
  return typeof value["provider"] === "string" && !fits(part, value);
}

function fits(part: Part, value: Values): boolean {
  const { provider, ...settings } = value;
  if (!Object.values(settings).every((setting) => typeof setting === "string")) return false;
  const names = Object.keys(settings);
  if (provider === undefined) return names.length > 0 && names.every((name) => changeable[part].includes(name));
  const wanted = typeof provider === "string" ? known[part][provider] : undefined;
  return wanted !== undefined && wanted.length === names.length && wanted.every((name) => names.includes(name));
}
