import type { IncomingMessage } from "node:http";

/** The text of a JSON body; undefined for any other body, which stays unread. */
export async function readText(message: IncomingMessage): Promise<string | undefined> {
  if (!message.headers["content-type"]?.includes("json")) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8") || undefined;
}
