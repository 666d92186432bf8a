import { emptyModel, type Fault, type Model, type Request, type Tables } from "./model.mjs";

/** Events that come within this time, in milliseconds, are drawn at once. */
const frame = 40;

/** How each of the simulator's events changes what the page knows. */
const changes: Record<string, (model: Model, data: never) => Partial<Model>> = {
  hello: (_, data: { operations: string[]; faultKinds: string[]; recentRequests: number }) => ({
    isLive: true,
    operations: data.operations,
    faultKinds: data.faultKinds,
    mostRequests: data.recentRequests,
  }),
  state: ({ tables }, data: Tables) => ({ tables: { ...tables, ...data } }),
  faults: (_, data: { pending: Fault[]; rateLimit?: number }) => ({ faults: data.pending, rateLimit: data.rateLimit }),
  requests: (_, data: Request[]) => ({ requests: [...data].reverse() }),
  request: ({ requests, mostRequests }, data: Request) => {
    const known = requests.findIndex(({ requestId }) => requestId === data.requestId);
    if (known >= 0) return { requests: requests.with(known, data) };
    return { requests: [data, ...requests].slice(0, mostRequests) };
  },
  cleared: () => ({ requests: [] }),
};

/** Follows the simulator, and calls `draw` with what the page knows. A lost connection comes back by itself. */
export function follow(draw: (model: Model) => void): void {
  let model = emptyModel;
  let waiting: number | undefined;
  const change = (part: Partial<Model>): void => {
    model = { ...model, ...part };
    waiting ??= setTimeout(() => {
      waiting = undefined;
      draw(model);
    }, frame);
  };
  const source = new EventSource("/_simulator/events");
  source.onerror = () => change({ isLive: false });
  for (const [name, changed] of Object.entries(changes)) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) =>
      change(changed(model, JSON.parse(data) as never)),
    );
  }
  draw(model);
}
