import { pick, type Random } from "../seeded";
import { type Declared, type Model, withChildren } from "./model";
import { settingsOf } from "./settings";

/** A change of a program. @returns what it did, or undefined where it has nothing to do it to */
type Mutation = (random: Random, model: Model, fresh: () => string) => string | undefined;

const ofKind = (model: Model, kind: Declared["kind"]): Declared[] => model.filter((one) => one.kind === kind);
const order: readonly Declared["kind"][] = [
  "Organization",
  "Workspace",
  "OrganizationTool",
  "Folder",
  "ToolAttachment",
  "VoiceConfig",
];

function insert(model: Model, declared: Omit<Declared, "defaults">): string {
  model.push({ ...declared, defaults: {} });
  model.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return `add ${declared.kind} ${declared.name}`;
}

/** What is added more often than the rest, so that programs do not consist of empty organizations. */
const inner: readonly Declared["kind"][] = ["Workspace", "OrganizationTool", "ToolAttachment", "VoiceConfig"];

const add: Mutation = (random, model, fresh) => {
  const organizations = ofKind(model, "Organization");
  const kind: Declared["kind"] = pick(
    random,
    organizations.length < 3 ? [...order, ...inner] : [...inner, ...inner, "Folder" as const],
  );
  const name = fresh();
  if (kind === "Organization" || organizations.length === 0)
    return insert(model, { kind: "Organization", name, parents: {}, settings: {} });
  if (kind === "Workspace" || kind === "OrganizationTool" || kind === "Folder") {
    const settings = kind === "OrganizationTool" ? { type: "apiRequest", config: { token: name } } : {};
    return insert(model, { kind, name, parents: { organization: pick(random, organizations).name }, settings });
  }
  const workspaces = ofKind(model, "Workspace");
  if (workspaces.length === 0) return undefined;
  const workspace = pick(random, workspaces);
  const taken = ofKind(model, kind).filter(({ parents }) => parents["workspace"] === workspace.name);
  if (kind === "VoiceConfig")
    return taken.length > 0
      ? undefined
      : insert(model, { kind, name, parents: { workspace: workspace.name }, settings: {} });
  const home = workspace.parents["organization"];
  const tool = ofKind(model, "OrganizationTool").find(
    ({ name: tool, parents }) =>
      parents["organization"] === home && !taken.some((edge) => edge.parents["tool"] === tool),
  );
  return tool && insert(model, { kind, name, parents: { workspace: workspace.name, tool: tool.name }, settings: {} });
};

const change: Mutation = (random, model) => {
  const changeable = model.filter(({ kind }) => Object.keys(settingsOf[kind]).length > 0);
  if (changeable.length === 0) return undefined;
  const declared = pick(random, changeable);
  const [setting, { values, dropped }] = pick(random, Object.entries(settingsOf[declared.kind]));
  const isDropped = declared.settings[setting] !== undefined && random() < 0.3;
  if (isDropped) {
    delete declared.settings[setting];
    declared.defaults[setting] = dropped;
    return `drop ${setting} of ${declared.name}`;
  }
  delete declared.defaults[setting];
  declared.settings[setting] = pick(random, values);
  return `${setting} of ${declared.name} = ${JSON.stringify(declared.settings[setting])}`;
};

const remove: Mutation = (random, model) => {
  if (model.length < 6) return undefined;
  const chosen = pick(random, model);
  if (chosen.kind === "Organization" && random() < 0.7) return undefined;
  const gone = withChildren(model, chosen);
  model.splice(0, model.length, ...model.filter((one) => !gone.includes(one)));
  return `remove ${gone.map(({ name }) => name).join(" ")}`;
};

/** Another logical name: without an alias another resource to the engine, so what is below moves too. */
const rename: Mutation = (random, model, fresh) => {
  if (model.length === 0) return undefined;
  const declared = pick(random, model);
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

/** Changes a program a little. @returns what was done */
export function mutate(random: Random, model: Model, fresh: () => string, count: number): string[] {
  for (const declared of model) delete declared.alias;
  const done: string[] = [];
  // What there is nothing to do it to is passed over; a program can always grow.
  while (done.length < count) {
    // A resource is renamed once a round: the alias is the name that the state has.
    const isRenamed = model.some(({ alias }) => alias !== undefined);
    const mutation = pick(random, isRenamed ? [add, add, change, remove] : [add, add, change, change, remove, rename]);
    done.push(...[mutation(random, model, fresh) ?? []].flat());
  }
  return done;
}
