import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { HandlerResponse } from "../contract/messages";

/** A response as it is sent. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** White space that follows the text. */
  padding?: number;
  /** The connection is reset in the middle of the text. */
  isAborted?: boolean;
}

/** A connection without a response: reset, or kept open. */
export type Silence = "reset" | "stall";

export function toReply({ status, type, body }: Required<HandlerResponse>): Reply {
  const text = type === "application/json" ? JSON.stringify(body) : String(body);
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, text };
}

export async function send(response: ServerResponse, reply: Reply | Silence): Promise<void> {
  if (reply === "stall" || response.destroyed) return;
  if (reply === "reset") return void response.socket?.resetAndDestroy();
  const { status, headers, text, padding = 0 } = reply;
  const bytes = Buffer.from(text);
  response.writeHead(status, { ...headers, "content-length": bytes.length + padding });
  if (reply.isAborted) {
    const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
    return void response.write(half, () => response.socket?.resetAndDestroy());
  }
  response.write(bytes);
  if (padding === 0) return void response.end();
  await pipeline(Readable.from(spaces(padding)), response).catch(() => undefined); // The client may close the connection.
}

function* spaces(count: number): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, " ");
  for (let left = count; left > 0; left -= block.length) yield block.subarray(0, left);
}
