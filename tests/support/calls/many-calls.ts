import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

const [organizations, workspaces] = [10, 10];
const accountId = "11111111-1111-4111-8111-111111111111";
const hex = (text: string) => Buffer.from(text).toString("hex");
const upTo = (length: number) => Array.from({ length }, (_, index) => index);

/** A number in [0, 1) that looks random and depends on its place only. */
function scattered(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

/** The call at this place of the list: newest first, one in 90 seconds. */
const callAt = (place: number, count: number) => ({
  id: count - place,
  cost_total: Math.round(scattered(place) * 1e4) / 1e4,
  ...{ stt: 0.01, llm: Math.round(scattered(place + 7) * 1e4) / 1e4, tts: 0.03, vapi: 0.03 },
  duration_seconds: Math.floor(scattered(place + 3) * 600),
  customer_number: `+1555${String(place).padStart(7, "0")}`,
  assistant: `asst_${place % 50}`,
  summary: `The customer asked for the opening hours, and whether the order could be changed. ${"x".repeat(300)}`,
  workspace_id: 1 + (place % (organizations * workspaces)),
  created_at: new Date(Date.UTC(2026, 9, 1) - place * 90_000).toISOString(),
});

function responseTo(url: URL, count: number): object {
  const organization = /\/org\/(\w+)\/workspaces$/.exec(url.pathname)?.[1];
  if (organization !== undefined) {
    const first = 1 + workspaces * Number(Buffer.from(organization, "hex").toString().slice(4));
    const ids = upTo(workspaces).map((index) => first + index);
    return { workspaces: ids.map((id) => ({ id, name: `W${id}`, slug: hex(`w-${id}`), originalSlug: `w-${id}` })) };
  }
  if (url.pathname.endsWith("/orgs")) {
    const slugs = upTo(organizations).map((index) => `org-${index}`);
    return {
      organizations: slugs.map((slug, id) => ({ id, name: slug, slug: hex(slug), originalSlug: slug, accountId })),
    };
  }
  const [limit, offset] = ["limit", "offset"].map((name) => Number(url.searchParams.get(name))) as [number, number];
  return {
    callLogs: upTo(Math.max(0, Math.min(limit, count - offset))).map((index) => callAt(offset + index, count)),
  };
}

/** A server with the settings that reach it. */
export interface ManyCalls {
  readonly settings: Readonly<Record<string, string>>;
  close(): void;
}

/** Serves so many calls of 100 workspaces. It makes each page when it is asked for, and keeps none. */
export async function manyCalls(count: number): Promise<ManyCalls> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(responseTo(new URL(request.url ?? "/", "http://localhost"), count)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      LUMENONE_BASE_URL: `http://127.0.0.1:${port}`,
      LUMENONE_API_KEY: "many-calls-0123456789",
      LUMENONE_ACCOUNT_ID: accountId,
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
