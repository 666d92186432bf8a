import { type Decoded } from "./decode";
import { redact } from "../log/redact";
import { withoutValues } from "../log/redact-values";
import { type Request } from "../request/request";

/** The facts of a request whose response is shown. */
type Asked = Pick<Request, "operation" | "secrets" | "values">;

/** Room for a sentence or two of LumenOne's. */
const longest = 400;

/** The message of a response: without the request's values, in one line, and short enough to be shown. */
export function responseText(decoded: Decoded, request: Asked): string {
  return shown(wordsOf(decoded).slice(0, 10 * longest), request, longest);
}

/** Something that came back, in one line, without the request's secrets and values. */
export function shown(text: string, { operation, secrets, values }: Asked, length: number): string {
  // Names of fields are not values, and neither are their names on the wire.
  const names = [...operation.body, ...(operation.wire.body?.onWire.keys() ?? [])];
  return oneLine(withoutValues(redact(text, secrets), values, names), length);
}

/** A text that can stand inside a message: one line, without what would steer a terminal. */
export function oneLine(text: string, length: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  return line.length > length ? `${line.slice(0, length)}...` : line;
}

function wordsOf(decoded: Decoded): string {
  switch (decoded.kind) {
    case "html": {
      const title = /<title[^>]*>([^<]{1,2000})/i.exec(decoded.text.slice(0, 20_000))?.[1]?.trim();
      return `an HTML page${title ? ` "${title}"` : ""}`;
    }
    case "text":
      return decoded.text;
    case "broken":
      return "half a JSON";
    case "immodest":
      return "a JSON of too many parts";
    case "json":
      return wordsOfJson(decoded.value);
  }
}

/** Documented under `message`, upstream under `error`. Other responses are not shown: they may be anybody's data. */
function wordsOfJson(value: unknown, depth = 0): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || depth > 3) return "";
  const { message, error, errors, detail } = value as Record<string, unknown>;
  for (const inner of [message, error, detail]) {
    const words = wordsOfJson(inner, depth + 1);
    if (words !== "") return words;
  }
  const list = Array.isArray(value) ? value : Array.isArray(errors) ? errors : [];
  const all = list.slice(0, 5).map((each) => wordsOfJson(each, depth + 1));
  return all.filter((words) => words !== "").join("; ");
}

/** Describes a response without a message of its own. Shows none of its values: they may be anybody's data. */
export function shapeOf(decoded: Decoded): string {
  if (decoded.kind === "text") return "an empty body";
  if (decoded.kind !== "json") return "a response of another form";
  const { value } = decoded;
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a bare list of ${value.length}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return "an empty object";
  const holdsNothing = entries.every(([, inner]) => inner === null || (Array.isArray(inner) && inner.length === 0));
  return holdsNothing ? "an object with nothing in it" : "a response of another form";
}
