import type { HandlerResponse } from "../contract/messages";
import type { Fault } from "./faults";
import { mapConfigs } from "./tool-configs";
import type { Reply, Silence } from "../http/reply";

const atOnce = ["status", "failed", "stall", "html", "redirect", "resetBefore"];

/** Whether the operation is run although the fault hits. */
export function happensAfter({ kind, when }: Fault): boolean {
  if (kind === "resetBefore" || kind === "resetAfter") return kind === "resetAfter";
  return when ? when === "after" : !atOnce.includes(kind);
}

/** Applies a fault to the secrets of a handler's response. */
export function changeBody(fault: Fault, response: Required<HandlerResponse>): Required<HandlerResponse> {
  const { kind, mask = "********", whole } = fault;
  if (response.type !== "application/json" || response.status >= 400) return response;
  if (kind === "maskedSecrets") return { ...response, body: mapConfigs(response.body, mask, whole) };
  if (kind === "missingSecrets") return { ...response, body: mapConfigs(response.body, undefined) };
  return response;
}

/**
 * Returns what is sent instead of a reply.
 * @param reply the reply of the operation, if it was run
 * @param envelope the key that holds the operation's object
 */
export function applyFault(fault: Fault, path: string, reply?: Reply, envelope = "success"): Reply | Silence {
  const { kind, status, headers } = fault;
  const whole = reply ?? { status: 200, headers: { "content-type": "application/json" }, text: "{}" };
  switch (kind) {
    case "resetBefore":
    case "resetAfter":
      return "reset";
    case "stall":
      return "stall";
    case "slow":
    case "maskedSecrets":
    case "missingSecrets":
      return whole;
    case "status":
      return statusReply(fault, status ?? 500);
    case "failed": {
      const body = { [envelope]: null, message: "Simulated failure of the database" };
      return statusReply({ ...fault, body: fault.body ?? body }, status ?? 500);
    }
    case "html": {
      const text = textOf(fault.body ?? "<html><body><h1>502 Bad Gateway</h1></body></html>");
      return { status: status ?? 502, headers: { "content-type": "text/html", ...headers }, text };
    }
    case "text": {
      const text = textOf(fault.body ?? "OK");
      return { status: status ?? 200, headers: { "content-type": "text/plain", ...headers }, text };
    }
    case "truncated":
      return { ...whole, text: whole.text.slice(0, Math.ceil(whole.text.length / 2)) };
    case "aborted":
      return { ...whole, isAborted: true };
    case "huge":
      return { ...whole, padding: fault.bytes ?? 64 * 1024 * 1024 };
    case "redirect": {
      const location = fault.location ?? `https://elsewhere.invalid${path}`;
      return { status: status ?? 307, headers: { location, ...headers }, text: "" };
    }
    case "bare":
    case "array":
      return mapJson(whole, (body) => reshape(body, kind));
  }
}

function statusReply({ body, headers }: Fault, status: number): Reply {
  const wait: Record<string, string> = status === 429 ? { "retry-after": "1" } : {};
  const isText = typeof body === "string";
  const type = isText ? "text/plain" : "application/json";
  const text = isText ? body : JSON.stringify(body ?? { success: false, message: `Simulated ${status}` });
  return { status, headers: { "content-type": type, ...wait, ...headers }, text };
}

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

function mapJson(reply: Reply, map: (body: unknown) => unknown): Reply {
  const isJson = reply.headers["content-type"]?.startsWith("application/json") && reply.status < 400;
  return isJson ? { ...reply, text: JSON.stringify(map(JSON.parse(reply.text))) } : reply;
}

/** Changes the envelope of a response: `{tool: {...}}` becomes `{...}` or `{tool: [{...}]}`. */
export function reshape(body: unknown, shape: "bare" | "array"): unknown {
  const [key, content] = Object.entries(body as object).find(([, value]) => typeof value === "object" && value) ?? [];
  if (key === undefined) return body;
  const one: unknown = Array.isArray(content) && content.length === 1 ? (content as unknown[])[0] : content;
  if (shape === "bare") return content;
  return { ...(body as object), [key]: [one] };
}
