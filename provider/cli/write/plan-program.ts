import { definitionOf } from "../../dynamic/registry";
import { type Context } from "../../lifecycle/context";
import { type Definition } from "../../lifecycle/definition";
import { inputFields } from "../../lifecycle/fields";
import { isMasked } from "../../lifecycle/masked";
import { type Values } from "../../lifecycle/values";
import { type Tenant, type TenantObject, type TenantOrganization } from "../tenant/tenant";
import { type Entry, json, lineWidth, text } from "./literal";
import { identifier, kebab, Names } from "./names";
import { type Declaration, type OrganizationPlan, type ProgramPlan, type SecretPlan } from "./plan";
import { stateOf } from "./state-of";
import { voiceExpression, voicePart } from "./voice-expression";

/** How a tenant becomes a program. */
export interface PlanOptions {
  /** For new objects: the organization's name begins with what the stack configures, and phone numbers stay out. */
  readonly clone?: boolean;
  /** Values of the program's own configuration that are known already, by name. */
  readonly configured: ReadonlyMap<string, string>;
}

/** A text at least this long, or of several lines, gets a file of its own. */
const longText = 100;

/** Thinks out the program that declares this tenant, and the state that it would have left behind. */
export async function planProgram(tenant: Tenant, context: Context, options: PlanOptions): Promise<ProgramPlan> {
  const planner = new Planner(context, options);
  const organizations: OrganizationPlan[] = [];
  for (const organization of tenant.organizations) organizations.push(await planner.organization(organization));
  const { prompts, secrets, notes } = planner;
  return { organizations, prompts, secrets, notes: [...tenant.notes, ...notes] };
}

class Planner {
  readonly prompts = new Map<string, string>();
  readonly secrets: SecretPlan[] = [];
  readonly notes: string[] = [];
  private readonly files = new Names();
  private readonly promptFiles = new Names();
  private readonly secretNames = new Names("");
  private readonly logicalNames = new Map<string, Names>();

  constructor(
    private readonly context: Context,
    private readonly options: PlanOptions,
  ) {}

  async organization(found: TenantOrganization): Promise<OrganizationPlan> {
    const { organization, folders, tools, workspaces, documents } = found;
    const scope = new Scope(this.files.take(wordsOf(organization)));
    const declarations: Declaration[] = [];
    const declare = async (object: TenantObject, wanted: string, variable?: string) => {
      const declaration = await this.declare(scope, object, wanted, variable);
      if (declaration) declarations.push(declaration);
      return declaration;
    };

    const own = await declare(organization, scope.file, wordsOf(organization));
    if (!own) return { file: scope.file, declarations };
    for (const folder of folders) await declare(folder, `${scope.file}-${wordsOf(folder)}`);
    const attached = new Set(workspaces.flatMap(({ attachments }) => attachments.map((edge) => edge.identity["tool"])));
    const toolNames = new Map<string, string>();
    for (const tool of tools) {
      const number = String(tool.remote["id"]);
      const words = wordsOf(tool);
      await declare(tool, `${scope.file}-${words}`, attached.has(number) ? words : undefined);
      toolNames.set(number, words);
    }
    for (const { workspace, voiceConfig, attachments } of workspaces) {
      const isNamed = voiceConfig !== undefined || attachments.length > 0;
      const declared = await declare(
        workspace,
        `${scope.file}-${wordsOf(workspace)}`,
        isNamed ? wordsOf(workspace) : undefined,
      );
      if (!declared) continue;
      for (const edge of attachments) {
        const tool = toolNames.get(String(edge.identity["tool"])) ?? "tool";
        await declare(edge, `${declared.logicalName}-${tool}`);
      }
      if (voiceConfig) await declare(voiceConfig, declared.logicalName);
    }
    if (documents > 0) {
      const count = documents === 1 ? "one document" : `${documents} documents`;
      this.notes.push(
        `${organization.id}: ${count} of it ${documents === 1 ? "is" : "are"} not in the program, ` +
          "since LumenOne does not give back the files.",
      );
    }
    return { file: scope.file, declarations };
  }

  private async declare(
    scope: Scope,
    object: TenantObject,
    wanted: string,
    variable?: string,
  ): Promise<Declaration | undefined> {
    const { kind, id, remote } = object;
    const definition = definitionOf(kind);
    const logicalName = this.namesOf(kind).take(wanted);
    const secretField = inputFields(definition.fields).find(([, field]) => field.secret)?.[0];
    const secretName = secretField && this.secretNames.take(identifier(`${logicalName}-${kebab(secretField)}`, kind));
    const configured = secretName === undefined ? undefined : this.options.configured.get(secretName);
    const own = secretField && configured !== undefined ? { [secretField]: parsed(configured) } : {};
    const state = await stateOf(definition, this.context, object, logicalName, own);
    if (!state) {
      this.notes.push(`${kind} ${id}: its name or id is none that this release accepts. It is not in the program.`);
      return undefined;
    }
    for (const name of state.refused) {
      this.notes.push(
        name === "name"
          ? `${kind} ${id}: its name is none that this release accepts. The program calls it "${logicalName}", and ` +
              "writes that with the first `up` after a `refresh`."
          : `${kind} ${id}: ${name} has a value that this release does not accept. It is not managed.`,
      );
    }
    if (secretField && secretName !== undefined && state.inputs[secretField] !== undefined) {
      this.secret(secretName, `${kind} ${id}, ${secretField}`, state.inputs[secretField]);
    }
    if (secretField && remote[secretField] === undefined && configured === undefined) {
      this.notes.push(`${kind} ${id}: LumenOne does not show its ${secretField}, so it is not managed.`);
    }
    return {
      kind,
      logicalName,
      variable: variable === undefined ? undefined : scope.variable(kind, id, variable),
      id,
      args: this.args(scope, definition, logicalName, state.inputs, secretName),
      comments: state.refused.includes("name") ? ["LumenOne has no usable name for it."] : [],
      ...state,
    };
  }

  private args(
    scope: Scope,
    definition: Definition,
    logicalName: string,
    inputs: Values,
    secretName: string | undefined,
  ): Entry[] {
    const entries: Entry[] = [];
    for (const [name, field] of inputFields(definition.fields)) {
      const value = inputs[name];
      if (value === undefined) continue;
      if (name === "accountId") {
        // Those below an organization take its account.
        const isOwn = definition.kind !== "Organization" || value === this.context.accountId;
        if (!isOwn) entries.push({ name, value: text(value as string) });
      } else if (name === "numberId" && this.options.clone) {
        entries.push({ comment: "numberId is left out: a phone number reaches one assistant only." });
      } else if (name === "name" && this.options.clone && definition.kind === "Organization") {
        entries.push({ name, value: `prefix + ${text(value as string)}` });
      } else if (field.logicalName && value === logicalName) continue;
      else if (field.refersTo !== undefined)
        entries.push({ name, value: scope.reference(field.refersTo, value as string) });
      else if (field.secret) entries.push({ name, value: secretExpression(field.type, secretName ?? name) });
      else entries.push({ name, value: this.expression(definition.kind, logicalName, name, value) });
    }
    return entries;
  }

  private expression(kind: string, logicalName: string, name: string, value: unknown): string {
    if (typeof value === "string" && name !== "name" && deservesFile(value)) {
      const words = `${logicalName}${kind === "Workspace" ? "" : `-${kebab(kind.replace(/Config$/, ""))}`}`;
      const file = `${this.promptFiles.take(name === "openAiPrompt" ? words : `${words}-${spaced(name)}`)}.md`;
      this.prompts.set(file, value);
      return `prompt(${text(file)})`;
    }
    const room = lineWidth - 4 - name.length - 1;
    const part = voicePart(name);
    return kind === "VoiceConfig" && part ? voiceExpression(part, value, 2, room) : json(value, 2, room);
  }

  private secret(name: string, what: string, value: unknown): void {
    const masked = maskedPaths(value, "");
    if (masked.length > 0) {
      this.notes.push(
        `${what}: LumenOne shows a mask for ${masked.join(", ")}. Set the whole value yourself, with the commands below.`,
      );
    }
    this.secrets.push({ name, what, masked, value: masked.length > 0 ? undefined : JSON.stringify(value) });
  }

  private namesOf(kind: string): Names {
    const names = this.logicalNames.get(kind) ?? new Names();
    this.logicalNames.set(kind, names);
    return names;
  }
}

/** The variables of one file. */
class Scope {
  private readonly names = new Names("");
  private readonly variables = new Map<string, string>();

  constructor(readonly file: string) {}

  variable(kind: string, id: string, words: string): string {
    const short = kind === "OrganizationTool" ? "Tool" : kind;
    // Tools and workspaces often share their words.
    const wanted = identifier(words, short);
    const name = this.names.take(this.names.has(wanted) ? `${wanted}${short}` : wanted);
    this.variables.set(`${kind} ${id.slice(id.lastIndexOf("/") + 1)}`, name);
    return name;
  }

  /** The variable of the resource with this id, or its id where the program has none. */
  reference(kind: string, id: string): string {
    return this.variables.get(`${kind} ${id}`) ?? text(id);
  }
}

/** What to call an object after: its name, its slug, else its kind. */
function wordsOf({ kind, id, remote }: TenantObject): string {
  const name = typeof remote["name"] === "string" ? remote["name"] : "";
  return kebab(name) || kebab(id) || kebab(kind);
}

/** `queryRefusalResponse` as `query-refusal-response`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Texts that a person would write in a file; odd control characters are safer as a literal. */
function deservesFile(value: string): boolean {
  // eslint-disable-next-line no-control-regex
  return (value.length >= longText || value.includes("\n")) && !/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/.test(value);
}

function secretExpression(type: string, name: string): string {
  return type === "object"
    ? `config.requireSecretObject<Record<string, unknown>>(${text(name)})`
    : `config.requireSecret(${text(name)})`;
}

/** Where a mask stands, as `headers.token`. */
function maskedPaths(value: unknown, path: string): string[] {
  if (isMasked(value)) return [path || "all of it"];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => maskedPaths(inner, path === "" ? key : `${path}.${key}`));
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
