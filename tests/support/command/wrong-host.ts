import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

/** A request as a rule sees it, below `/api/v1`. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** How a host differs from the contract. */
export interface WrongRule {
  readonly when: (asked: Asked) => boolean;
  /** Asks the real host for this path instead. */
  readonly path?: (path: string) => string;
  /** Returned without a request to the real host. */
  readonly returns?: { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string };
  /** Changes the JSON of the real response. */
  readonly body?: (body: Record<string, unknown>) => unknown;
}

/** A host in front of a simulator that differs from it; of several rules the first one counts. */
export async function wrongHost(
  target: string,
  rules: readonly WrongRule[],
): Promise<{ readonly url: string; readonly asked: Asked[]; close(): Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", target);
      const path = url.pathname.replace(/^\/api\/v1/, "");
      const method = request.method ?? "GET";
      asked.push({ method, path });
      const rule = rules.find(({ when }) => when({ method, path }));
      if (rule?.returns) {
        const { status, headers = { "content-type": "text/plain; charset=utf-8" }, text = "Not Found" } = rule.returns;
        return response.writeHead(status, headers).end(text);
      }
      url.pathname = `/api/v1${rule?.path ? rule.path(path) : path}`;
      const headers = Object.fromEntries(
        ["authorization", "x-account-id", "content-type"].flatMap((name) => {
          const value = request.headers[name];
          return typeof value === "string" ? [[name, value]] : [];
        }),
      );
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const sent = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
      const received = await fetch(url, { method, headers, ...sent });
      const text = await received.text();
      const changed = rule?.body && received.ok ? JSON.stringify(rule.body(JSON.parse(text) as never)) : text;
      response.writeHead(received.status, { "content-type": received.headers.get("content-type") ?? "text/plain" });
      return response.end(changed);
      // The simulator may just have closed the connection that was kept alive.
    })().catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
