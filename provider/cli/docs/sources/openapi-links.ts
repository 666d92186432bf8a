import { isObject } from "../../../client/is-object";

/** OpenAPI documents that a catalog or a listing names; undefined for an OpenAPI document, and for what is not JSON. */
export function openApiLinks(text: string, at: URL): URL[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isObject(value) && ("openapi" in value || "swagger" in value || "asyncapi" in value)) return undefined;
  const linkset = isObject(value) ? value["linkset"] : undefined;
  const urls = resolved(Array.isArray(linkset) ? catalogLinks(linkset) : listingLinks(value), at);
  return urls.length > 0 ? urls : undefined;
}

/** Addresses as they are meant at a page, each once. */
export function resolved(links: readonly string[], at: URL): URL[] {
  const urls = links.flatMap((link) => (URL.canParse(link, at.href) ? [new URL(link, at)] : []));
  return [...new Map(urls.map((url) => [url.href, url])).values()];
}

/** RFC 9727: a linkset whose `service-desc` is the OpenAPI document. */
function catalogLinks(linkset: readonly unknown[]): string[] {
  return linkset.flatMap((context) => {
    const targets = isObject(context) ? context["service-desc"] : undefined;
    if (!Array.isArray(targets)) return [];
    return (targets as unknown[]).flatMap((target) =>
      isObject(target) && typeof target["href"] === "string" ? [target["href"]] : [],
    );
  });
}

/**
 * A listing of several APIs. Each has an address, or an id (a slug, a title or a UUID) that goes into the address of the
 * listing: newer sites have `/openapi/ID.json`, older ones `/openapi.json?api=ID`.
 */
function listingLinks(value: unknown): string[] {
  const entries = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value).flat() : [];
  return entries.flatMap((entry) => {
    if (typeof entry === "string") return isAddress(entry) ? [entry] : byId(entry);
    if (!isObject(entry)) return [];
    const texts = Object.entries(entry).filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const addresses = texts.filter(
      ([key, text]) => /url|href|link|openapi|spec|json|path/i.test(key) && isAddress(text),
    );
    if (addresses.length > 0) return addresses.map(([, text]) => text);
    return ["id", "slug", "name", "title", "uuid", "api"].flatMap((key) => {
      const id = texts.find(([name]) => name.toLowerCase() === key)?.[1];
      return id === undefined ? [] : byId(id);
    });
  });
}

const isAddress = (text: string) => /^(?:https?:\/\/|\.{0,2}\/|\?)\S*$/.test(text);

function byId(id: string): string[] {
  const encoded = encodeURIComponent(id);
  return id.length > 100 ? [] : [`openapi/${encoded}.json`, `?api=${encoded}`];
}
