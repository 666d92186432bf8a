import { isObject } from "../../../client/is-object";

/** Addresses of OpenAPI documents that a JSON document other than OpenAPI names, in its order. */
export function openApiLinks(value: unknown, at: URL): URL[] {
  const links =
    isObject(value) && Array.isArray(value["linkset"]) ? catalogLinks(value["linkset"]) : listingLinks(value);
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
