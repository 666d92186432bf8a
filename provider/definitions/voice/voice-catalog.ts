import { type Context } from "../../lifecycle/process/context";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/** LumenOne's catalog of voices and transcribers. */
export type Catalog = Values;

/** The catalog, read once by a process. */
export async function voiceCatalog(context: Context): Promise<Catalog> {
  const [catalog = {}] = await context.session.remember("voice catalog", async () => [
    await context.api.one("getVoiceCatalog", {}),
  ]);
  return catalog;
}

/** One entry of a map, or of a list whose entries are known by `id` or `name`: LumenOne may return either. */
function entry(entries: unknown, key: string): Values | undefined {
  if (Array.isArray(entries)) {
    return entries.filter(isObject).find((item) => [item["id"], item["name"], item["value"]].includes(key));
  }
  const found = isObject(entries) ? entries[key] : undefined;
  return isObject(found) ? found : undefined;
}

/** Names of the providers in a part of the catalog; undefined when it lists none. */
export function providersOf(catalog: Catalog, part: "voice" | "transcriber"): string[] | undefined {
  const section = catalog[part];
  const providers = isObject(section) ? section["providers"] : undefined;
  if (Array.isArray(providers)) {
    return providers
      .filter(isObject)
      .flatMap((item) =>
        typeof (item["id"] ?? item["name"]) === "string" ? [String(item["id"] ?? item["name"])] : [],
      );
  }
  return isObject(providers) ? Object.keys(providers) : undefined;
}

/** One provider's part of the catalog. */
export function providerIn(catalog: Catalog, part: "voice" | "transcriber", provider: string): Values | undefined {
  const section = catalog[part];
  return isObject(section) ? entry(section["providers"], provider) : undefined;
}

/** The allowed values of a list in the catalog; undefined when it is not there. */
export function valuesOf(list: unknown): string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((item: unknown) => {
    const value = isObject(item) ? (item["value"] ?? item["id"]) : item;
    return typeof value === "string" ? [value] : [];
  });
}

/** The languages that a model of a transcriber understands; undefined when the catalog does not say. */
export function languagesOf(provider: Values, model: string): string[] | undefined {
  const found = entry(provider["models"], model);
  return found && valuesOf(found["languages"]);
}
