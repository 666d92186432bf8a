import { type Simulator } from "lumenone-simulator";
import { wrongHost } from "./wrong-host";

/** A host that gives the text of a document, as the contract lets it, where the simulator leaves it out as upstream does. */
export function textHost(simulator: Simulator): ReturnType<typeof wrongHost> {
  return wrongHost(simulator.url, [
    {
      when: ({ method, path }) => method === "GET" && /\/document\/[^/]+\.json$/.test(path),
      body: ({ document }) => {
        const { id } = document as { id: string };
        const there = simulator.snapshot().documents.find((one) => one.id === id);
        return { document: { ...(document as object), pageContent: there?.pageContent } };
      },
    },
  ]);
}
