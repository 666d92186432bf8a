import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Answer } from "./call";

/** What goes over the wire. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** White space that follows the text. */
  padding?: number;
  /** The connection is reset in the middle of the text. */
  isAborted?: boolean;
}

/** A connection that ends, or stays, without an answer. */
export type Silence = "reset" | "stall";

export function toReply({ status, type, body }: Required<Answer>): Reply {
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
  await pad(response, padding);
  response.end();
}

async function pad(response: ServerResponse, padding: number): Promise<void> {
  const space = Buffer.alloc(64 * 1024, " ");
  for (let left = padding; left > 0 && !response.destroyed; left -= space.length) {
    if (response.write(space.subarray(0, left))) continue;
    await Promise.race([once(response, "drain"), once(response, "close")]);
  }
}
