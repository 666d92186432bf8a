import { type Seed, type Simulator } from "lumenone-simulator";
import { collectionOf } from "../scenarios/remote";
import { scenarioSeed, secondAccount } from "../scenarios/seed";
import { type Declared, type Kind, kindsInOrder, type Model } from "../soak/model";

type Snapshot = ReturnType<Simulator["snapshot"]>;
type Collection = ReturnType<typeof collectionOf>;
type Entity = { readonly id: number | string };

const collections = [...new Set(kindsInOrder.map(collectionOf))];
const colleague = "colleague";

/**
 * What others have, before the program runs: in an organization of a colleague, and in another account, everything that
 * the program declares, under the same names.
 */
export function seedWithForeign(model: Model): Seed {
  const named = (kind: Kind) => model.filter((one) => one.kind === kind);
  const names = (kind: Kind) => named(kind).map(({ name }) => ({ organization: colleague, name }));
  const organizations = named("Organization").flatMap(({ name }) => [{ name }, { name, account: secondAccount }]);
  const workspaces = names("Workspace");
  const attached = named("ToolAttachment").length > 0 || named("OrganizationTool").length > 0;
  return {
    ...scenarioSeed,
    accounts: [...(scenarioSeed.accounts ?? []), ...named("Account").map(({ name }) => ({ name }))],
    organizations: [...(scenarioSeed.organizations ?? []), { name: "Colleague" }, ...organizations],
    workspaces: [{ organization: colleague, name: "Theirs" }, ...workspaces],
    tools: [{ organization: colleague, name: "theirs" }, ...names("OrganizationTool")],
    ...(attached && { toolAttachments: [{ workspace: "theirs", tool: "theirs" }] }),
    folders: [...(scenarioSeed.folders ?? []), ...names("Folder")],
    documents: [
      ...(scenarioSeed.documents ?? []),
      { organization: colleague, title: "theirs", name: "theirs.json", folder: "custom-documents" },
      ...named("Document").map((one) => ({ organization: colleague, title: titleOf(one) })),
    ],
    embeddings: [{ workspace: "theirs", document: `${colleague}/custom-documents/theirs.json` }],
    voiceIntegrations: [{ workspace: "theirs" }],
    numberRequests: named("NumberRequest").map(({ settings }) => ({ organization: colleague, ...asked(settings) })),
  };
}

/**
 * Older namesakes of all that LumenOne allows to be there twice, in the organizations of the program that are there.
 * @param idOf of what is in the state
 */
export function plantNamesakes(simulator: Simulator, model: Model, idOf: (name: string) => string | undefined): void {
  for (const declared of model) {
    const { kind, name, parents, settings } = declared;
    const organization = idOf(parents["organization"] ?? "");
    if (organization === undefined) continue;
    if (kind === "Workspace") {
      const { slug } = simulator.person.add("workspaces", { organization, name });
      simulator.person.add("voiceIntegrations", { workspace: slug });
    }
    if (kind === "NumberRequest") simulator.person.add("numberRequests", { organization, ...asked(settings) });
    if (kind !== "Document") continue;
    const folder = parents["folder"] === undefined ? undefined : idOf(parents["folder"])?.split("/")[1];
    simulator.person.add("documents", {
      organization,
      title: titleOf(declared),
      ...(folder !== undefined && { folder }),
    });
  }
}

const titleOf = ({ settings }: Declared): string => String(settings["title"]);
const asked = ({ country, numberType }: Record<string, unknown>) => ({
  country: String(country),
  numberType: String(numberType),
});

/** Every object at LumenOne as its JSON, by a key that distinguishes it from all others. */
export type Inventory = ReadonlyMap<string, string>;

/** What is there now. */
export function inventoryOf(snapshot: Snapshot): Inventory {
  const entities = (collection: Collection) => snapshot[collection] as unknown as Entity[];
  return new Map(
    collections.flatMap((collection) =>
      entities(collection).map((entity) => [`${collection} ${entity.id}`, JSON.stringify(entity)] as const),
    ),
  );
}

/** Key of an object in an {@link Inventory}. */
export function inventoryKey(kind: string, { id }: Entity): string {
  return `${collectionOf(kind)} ${id}`;
}
