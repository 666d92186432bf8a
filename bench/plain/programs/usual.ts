import { Organization } from "../../usual/organization";
import { Workspace } from "../../usual/workspace";

/** The usual provider has two kinds. As many resources as `examples/tenant` has, with the settings of its workspaces. */
const [acme, globex] = ["Acme Inc.", "Globex"].map((name) => new Organization(name, { name }));
for (let index = 0; index < 9; index++) {
  new Workspace(`workspace-${index}`, {
    organization: (index < 8 ? acme : globex)!.slug,
    name: `workspace-${index}`,
    openAiPrompt: "You help the customers of Acme. Be brief and friendly.",
    openAiTemp: 0.4,
    similarityThreshold: 0.35,
    topN: 6,
    chatMode: "chat",
  });
}
