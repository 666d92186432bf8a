import { createHash } from "node:crypto";
import { definitionOf } from "../../dynamic/registry";
import { type Context } from "../../lifecycle/context";
import { type Definition } from "../../lifecycle/definition";
import { inputFields } from "../../lifecycle/fields";
import { assetAt, assetIn } from "../../lifecycle/asset";
import { isMasked } from "../../lifecycle/masked";
import { type Values } from "../../lifecycle/values";
import { documentName } from "../../resources/docpath";
import { type Tenant, type TenantDocument, type TenantObject, type TenantOrganization } from "../tenant/tenant";
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

/** What a declaration has beside what LumenOne answered. */
interface OwnFile {
  readonly values?: Values;
  readonly comments?: readonly string[];
}

const documentComments = [
  "The text that LumenOne made of the file, which it does not give back. A changed file replaces the document.",
];

/** A text at least this long, or of several lines, gets a file of its own. */
const longText = 100;

/** Thinks out the program that declares this tenant, and the state that it would have left behind. */
export async function planProgram(tenant: Tenant, context: Context, options: PlanOptions): Promise<ProgramPlan> {
  const planner = new Planner(context, options);
  const accounts = await planner.declareAccounts(tenant.accounts);
  const organizations: OrganizationPlan[] = [];
  for (const organization of tenant.organizations) organizations.push(await planner.organization(organization));
  const { prompts, documents, secrets, notes } = planner;
  return { accounts, organizations, prompts, documents, secrets, notes: [...tenant.notes, ...notes] };
}

class Planner {
  readonly prompts = new Map<string, string>();
  readonly documents = new Map<string, string>();
  readonly secrets: SecretPlan[] = [];
  readonly notes: string[] = [];
  private readonly files = new Names();
  private readonly promptFiles = new Names();
  private readonly documentFiles = new Names();
  private readonly secretNames = new Names("");
  private readonly logicalNames = new Map<string, Names>();
  /** Variables of accounts by their id. */
  private readonly accounts = new Map<string, string>();

  constructor(
    private readonly context: Context,
    private readonly options: PlanOptions,
  ) {}

  /** The accounts themselves, to which organizations refer. */
  async declareAccounts(accounts: readonly TenantObject[]): Promise<Declaration[]> {
    const scope = new Scope("accounts");
    const declarations: Declaration[] = [];
    for (const account of accounts) {
      const declaration = await this.declare(scope, account, wordsOf(account), { variable: wordsOf(account) });
      if (!declaration) continue;
      declarations.push(declaration);
      this.accounts.set(account.id, `accounts.${declaration.variable}.accountId`);
    }
    return declarations;
  }

  async organization(found: TenantOrganization): Promise<OrganizationPlan> {
    const { organization, folders, tools, workspaces, documents, numberRequests } = found;
    const scope = new Scope(this.files.take(wordsOf(organization)));
    const declarations: Declaration[] = [];
    const remarks: string[] = [];
    const declare = async (object: TenantObject, wanted: string, variable?: string, own?: OwnFile) => {
      const declaration = await this.declare(scope, object, wanted, { variable, ...own });
      if (declaration) declarations.push(declaration);
      return declaration;
    };

    const own = await declare(organization, scope.file, wordsOf(organization));
    if (!own) return { file: scope.file, declarations, remarks };
    const filled = new Set(documents.flatMap(({ text, remote }) => (text === undefined ? [] : [remote["folder"]])));
    for (const folder of folders) {
      const words = wordsOf(folder);
      await declare(folder, `${scope.file}-${words}`, filled.has(folder.remote["name"]) ? words : undefined);
    }
    const embedded = new Set(
      workspaces.flatMap(({ embeddings }) => embeddings.map((edge) => edge.identity["document"])),
    );
    const documentNames = new Map<string, string>();
    for (const document of documents) {
      const words = titleWords(document);
      documentNames.set(document.id, words);
      const file = this.documentFile(scope.file, document);
      if (!file) continue;
      await declare(document, `${scope.file}-${words}`, embedded.has(document.id) ? words : undefined, file);
    }
    const attached = new Set(workspaces.flatMap(({ attachments }) => attachments.map((edge) => edge.identity["tool"])));
    const toolNames = new Map<string, string>();
    for (const tool of tools) {
      const number = String(tool.remote["id"]);
      const words = wordsOf(tool);
      await declare(tool, `${scope.file}-${words}`, attached.has(number) ? words : undefined);
      toolNames.set(number, words);
    }
    for (const { workspace, voiceConfig, attachments, embeddings } of workspaces) {
      // What a copy could not find among its own is left out of it.
      const edges = embeddings.filter((edge) => !this.options.clone || scope.knows("Document", documentOf(edge)));
      const isNamed = voiceConfig !== undefined || attachments.length > 0 || edges.length > 0;
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
      for (const edge of edges) {
        await declare(edge, `${declared.logicalName}-${documentNames.get(documentOf(edge)) ?? "document"}`);
      }
      if (voiceConfig) await declare(voiceConfig, declared.logicalName);
    }
    for (const wish of this.options.clone ? [] : numberRequests) {
      const { country, numberType } = wish.remote;
      await declare(wish, [scope.file, kebab(String(country)), kebab(String(numberType))].filter(Boolean).join("-"));
    }
    if (this.options.clone && numberRequests.length > 0) {
      remarks.push(
        `${numberRequests.length === 1 ? "A number request is" : `${numberRequests.length} number requests are`} left out: ` +
          "the copy would ask people at LumenOne for numbers of its own.",
      );
    }
    this.listWithoutText(organization.id, documents, remarks);
    return { file: scope.file, declarations, remarks };
  }

  /** Documents that are in no program, each by its docpath. */
  private listWithoutText(organization: string, documents: readonly TenantDocument[], remarks: string[]): void {
    const missing = documents.filter(({ text }) => text === undefined).map(({ id }) => oneLine(id));
    if (missing.length === 0) return;
    const count = missing.length === 1 ? "one document" : `${missing.length} documents`;
    const follows = this.options.clone ? ", nor is what is embedded of them" : "; embeddings name them by docpath";
    this.notes.push(
      `${organization}: ${count} of it ${missing.length === 1 ? "is" : "are"} not in the program, since LumenOne gives ` +
        `back neither file nor text${follows}: ${missing.join(", ")}.`,
    );
    remarks.push(`Not in this program, since LumenOne gives back neither file nor text${follows}:`);
    remarks.push(...missing.map((docpath) => `- ${docpath}`));
  }

  /** The file that stands for a document: the text that LumenOne made of what was uploaded. */
  private documentFile(folder: string, document: TenantDocument): OwnFile | undefined {
    const { text: content } = document;
    if (content === undefined) return undefined;
    const isPlain = /\.txt$/i.test(String(document.remote["title"]));
    const name = this.documentFiles.take(`documents/${folder}/${titleWords(document)}`);
    const path = `${name}${isPlain ? ".txt" : ".md"}`;
    this.documents.set(path, content);
    const hash = createHash("sha256").update(content).digest("hex");
    return { values: { source: assetAt(path, hash) }, comments: documentComments };
  }

  private async declare(
    scope: Scope,
    object: TenantObject,
    wanted: string,
    { variable, values = {}, comments = [] }: OwnFile & { readonly variable?: string | undefined },
  ): Promise<Declaration | undefined> {
    const { kind, id, remote } = object;
    const definition = definitionOf(kind);
    const logicalName = this.namesOf(kind).take(wanted);
    const secretField = inputFields(definition.fields).find(([, field]) => field.secret)?.[0];
    const secretName = secretField && this.secretNames.take(identifier(`${logicalName}-${kebab(secretField)}`, kind));
    const configured = secretName === undefined ? undefined : this.options.configured.get(secretName);
    const own = {
      ...values,
      ...(secretField && configured !== undefined ? { [secretField]: parsed(configured) } : {}),
    };
    const state = await stateOf(definition, this.context, object, logicalName, own);
    if (!state) {
      this.notes.push(
        `${kind} ${id}: its name, id or a required field is none that this release accepts. It is not in the program.`,
      );
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
      comments: [...comments, ...(state.refused.includes("name") ? ["LumenOne has no usable name for it."] : [])],
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
        if (!isOwn) entries.push({ name, value: this.accounts.get(value as string) ?? text(value as string) });
      } else if (name === "numberId" && this.options.clone) {
        entries.push({ comment: "numberId is left out: a phone number reaches one assistant only." });
      } else if (name === "name" && this.options.clone && definition.kind === "Organization") {
        entries.push({ name, value: `prefix + ${text(value as string)}` });
      } else if (field.logicalName && value === logicalName) continue;
      else if (field.refersTo !== undefined)
        entries.push({ name, value: scope.reference(field.refersTo, value as string) });
      else if (field.hashAs !== undefined) entries.push({ name, value: text(assetIn(value)?.path ?? "") });
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
    this.variables.set(variableKey(kind, id), name);
    return name;
  }

  /** Whether the program has a variable of the resource with this id. */
  knows(kind: string, id: string): boolean {
    return this.variables.has(variableKey(kind, id));
  }

  /** The variable of the resource with this id, or its id where the program has none. */
  reference(kind: string, id: string): string {
    return this.variables.get(variableKey(kind, id)) ?? text(id);
  }
}

/** Documents are referred to by their whole id, all others by its last part. */
function variableKey(kind: string, id: string): string {
  return `${kind} ${kind === "Document" ? id : id.slice(id.lastIndexOf("/") + 1)}`;
}

/** A text in quotes that ends no comment: JSON leaves two of TypeScript's line breaks as they are. */
function oneLine(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

function documentOf({ identity }: TenantObject): string {
  return String(identity["document"]);
}

/** What to call a document after: its title without the ending. */
function titleWords({ id, remote }: TenantDocument): string {
  const title = typeof remote["title"] === "string" ? remote["title"] : "";
  return kebab(title.replace(/\.\w{1,5}$/, "")) || kebab(documentName(id).replace(/\.json$/, "")) || "document";
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
  // eslint-disable-next-line no-control-regex -- control characters are what must not stand in a file of text.
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
