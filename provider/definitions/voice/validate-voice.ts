import { type Problems } from "../../lifecycle/definition/problems";
import { unknown } from "../../lifecycle/engine/unknown";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { type Catalog, languagesOf, providerIn, providersOf, valuesOf } from "./voice-catalog";

/** Which settings belong to a provider (documented), and where the catalog lists their values. */
interface Rule {
  /** Setting to the list in the catalog, or undefined where any text will do. */
  required: Record<string, string | undefined>;
  forbidden: string[];
}

const rules: Record<"voice" | "transcriber", Record<string, Rule>> = {
  voice: {
    vapi: { required: { voiceId: "voiceIds" }, forbidden: ["model"] },
    "11labs": { required: { voiceId: undefined, model: "models" }, forbidden: [] },
  },
  transcriber: {
    deepgram: { required: { model: "models", language: "languages" }, forbidden: [] },
    "11labs": { required: { model: "models", language: "languages" }, forbidden: [] },
  },
};

/** What LumenOne knows of a voice or a transcriber (documented): all of it texts. */
export const voiceSettings: readonly string[] = ["provider", "voiceId", "model", "language"];

const quoted = (words: string[]) => words.map((word) => `"${word}"`).join(", ");

/**
 * Adds what is wrong with one voice or transcriber by LumenOne's own rules, before it is sent. Shows a provider
 * only where it is one of those above.
 */
export function validateVoice(
  part: "voice" | "transcriber",
  path: string,
  settings: unknown,
  catalog: Catalog | undefined,
  problems: Problems,
): void {
  if (settings === unknown) return;
  if (!isObject(settings)) return problems.add(path, "must be an object", "Give its settings.");
  for (const key of voiceSettings) {
    const value = settings[key];
    if (value !== undefined && value !== null && typeof value !== "string")
      problems.add(`${path}.${key}`, "must be a text", "Give a text.");
  }
  const { provider } = settings;
  if (typeof provider !== "string" || provider === unknown) return;
  const rule = Object.hasOwn(rules[part], provider) ? rules[part][provider] : undefined;
  if (rule) validateSettings(rule, part, path, provider, settings, catalog, problems);
  const known = catalog && providersOf(catalog, part);
  if (known && known.length > 0 && !known.includes(provider)) {
    problems.add(`${path}.provider`, `is not in LumenOne's catalog (${part}.providers)`, `It has ${quoted(known)}.`);
  }
}

function validateSettings(
  rule: Rule,
  part: "voice" | "transcriber",
  path: string,
  provider: string,
  settings: Values,
  catalog: Catalog | undefined,
  problems: Problems,
): void {
  for (const key of rule.forbidden) {
    if (settings[key] === undefined || settings[key] === null) continue;
    problems.add(`${path}.${key}`, `does not belong to provider "${provider}"`, "Leave it out.");
  }
  const listed = catalog && providerIn(catalog, part, provider);
  for (const [key, list] of Object.entries(rule.required)) {
    const value = settings[key];
    if (value === undefined || value === null || value === "") {
      const all = Object.keys(rule.required).join(", ");
      problems.add(
        `${path}.${key}`,
        `is missing for provider "${provider}"`,
        `With a provider, all of its settings are given: ${all}.`,
      );
    } else if (typeof value === "string" && value !== unknown && list !== undefined && listed) {
      const { model } = settings;
      if (list === "languages" && (typeof model !== "string" || model === unknown)) continue;
      const allowed = list === "languages" ? languagesOf(listed, String(model)) : valuesOf(listed[list]);
      if (!allowed || allowed.includes(value)) continue;
      const where = list === "languages" ? "models[].languages, of this model" : list;
      problems.add(
        `${path}.${key}`,
        `is not in LumenOne's catalog (${part}.providers.${provider}.${where})`,
        `It has ${quoted(allowed.slice(0, 12))}${allowed.length > 12 ? ` and ${allowed.length - 12} more` : ""}.`,
      );
    }
  }
}
