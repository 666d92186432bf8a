/** A step of a JSONPath: a key, an index, or a filter. */
export type Segment = string | number | { readonly filter: string };

/** A JSONPath (RFC 9535) that finds exactly this place: `$.paths['/org/new'].post`. */
export function jsonPath(segments: readonly Segment[]): string {
  return `$${segments.map(step).join("")}`;
}

function step(segment: Segment): string {
  if (typeof segment === "number") return `[${segment}]`;
  if (typeof segment === "object") return `[?${segment.filter}]`;
  return /^[A-Za-z_]\w*$/.test(segment) ? `.${segment}` : `[${quoted(segment)}]`;
}

/** A text as JSONPath writes it, in single quotes. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${escaped}'`;
}
