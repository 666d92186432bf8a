import { pick, type Random } from "../seeded";
import { type Declared, type Kind, kindsInOrder, type Model, withChildren } from "./model";
import { settingsOf } from "./settings";

/** A change of a program. @returns what it did, or undefined where it has nothing to do it to */
type Mutation = (random: Random, model: Model, fresh: () => string) => string | undefined;

const ofKind = (model: Model, kind: Kind): Declared[] => model.filter((one) => one.kind === kind);

/** How many there may be: more of them only makes programs that are hollow. */
const most: Partial<Record<Kind, number>> = { Organization: 3, Account: 2, NumberRequest: 3 };

/** What a new resource of a kind is declared below, and its first settings; undefined where there is no place for it. */
function place(
  random: Random,
  model: Model,
  kind: Kind,
  name: string,
): Pick<Declared, "parents" | "settings"> | undefined {
  const organizations = ofKind(model, "Organization");
  const one = (from: Declared[]) => (from.length === 0 ? undefined : pick(random, from));
  const below = (arg: string, parent: Declared | undefined, settings: Declared["settings"] = {}) =>
    parent && { parents: { [arg]: parent.name }, settings };
  const beside = ({ parents }: Declared, sibling: Kind) =>
    ofKind(model, sibling).filter((other) => other.parents["organization"] === parents["organization"]);
  const edge = (arg: string, to: Kind) => {
    const free = ofKind(model, "Workspace").flatMap((workspace) =>
      beside(workspace, to)
        .map((other) => ({ workspace: workspace.name, [arg]: other.name }))
        .filter((pair) => !ofKind(model, kind).some(({ parents }) => isSame(parents, pair))),
    );
    return free.length === 0 ? undefined : { parents: pick(random, free), settings: {} };
  };
  switch (kind) {
    // Its logical name may change, and its name may not.
    case "Account":
      return { parents: {}, settings: { name } };
    case "Organization":
      return { parents: {}, settings: {} };
    case "OrganizationTool":
      return below("organization", one(organizations), { type: "apiRequest", config: { token: name } });
    case "NumberRequest":
      return below("organization", one(organizations), { country: "US", numberType: "local" });
    case "Workspace":
    case "Folder":
      return below("organization", one(organizations));
    case "Document": {
      const organization = one(organizations);
      const folder =
        organization && random() < 0.5 ? one(ofKind(model, "Folder").filter(isIn(organization))) : undefined;
      const settings = { source: `# ${name}` };
      const parents = { organization: organization?.name ?? "", ...(folder && { folder: folder.name }) };
      return organization && { parents, settings };
    }
    case "VoiceConfig": {
      const has = ofKind(model, kind).map(({ parents }) => parents["workspace"]);
      return below("workspace", one(ofKind(model, "Workspace").filter((workspace) => !has.includes(workspace.name))));
    }
    case "ToolAttachment":
      return edge("tool", "OrganizationTool");
    case "DocumentEmbedding":
      return edge("document", "Document");
  }
}

const isIn = (organization: Declared) => (one: Declared) => one.parents["organization"] === organization.name;
const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** Adds a resource of a kind. @returns what it did, or undefined where there is no place for it */
export function add(random: Random, model: Model, fresh: () => string, kind: Kind): string | undefined {
  if (ofKind(model, kind).length >= (most[kind] ?? Infinity)) return undefined;
  const name = fresh();
  const placed = place(random, model, kind, name);
  if (!placed) return undefined;
  model.push({ kind, name, ...placed, defaults: {} });
  model.sort((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
  return `add ${kind} ${name}`;
}

export const change: Mutation = (random, model) => {
  const changeable = model.filter(({ kind }) => Object.keys(settingsOf[kind]).length > 0);
  if (changeable.length === 0) return undefined;
  const declared = pick(random, changeable);
  const [setting, { values, dropped }] = pick(random, Object.entries(settingsOf[declared.kind]));
  const isDropped = dropped !== undefined && declared.settings[setting] !== undefined && random() < 0.3;
  if (isDropped) {
    delete declared.settings[setting];
    declared.defaults[setting] = dropped;
    return `drop ${setting} of ${declared.name}`;
  }
  delete declared.defaults[setting];
  declared.settings[setting] = pick(random, values);
  return `${setting} of ${declared.name} = ${JSON.stringify(declared.settings[setting])}`;
};

export const remove: Mutation = (random, model) => {
  if (model.length < 6) return undefined;
  const chosen = pick(random, model);
  if (chosen.kind === "Organization" && random() < 0.7) return undefined;
  const gone = withChildren(model, chosen);
  model.splice(0, model.length, ...model.filter((one) => !gone.includes(one)));
  return `remove ${gone.map(({ name }) => name).join(" ")}`;
};

/** Another logical name: without an alias another resource to the engine, so what is below moves too. */
export const rename = (random: Random, model: Model, fresh: () => string, chosen?: Declared): string | undefined => {
  // A resource is renamed once a round: the alias is the name that the state has.
  if (model.length === 0 || model.some(({ alias }) => alias !== undefined)) return undefined;
  const declared = chosen ?? pick(random, model);
  const old = declared.name;
  const name = fresh();
  for (const one of model) {
    for (const [arg, parent] of Object.entries(one.parents))
      if (parent === old) (one.parents as Record<string, string>)[arg] = name;
  }
  declared.name = name;
  if (random() < 0.5) declared.alias = old;
  return `rename ${declared.kind} ${old} to ${name}${declared.alias === old ? " with an alias" : ""}`;
};
