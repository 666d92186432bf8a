import { createHash } from "node:crypto";
import { definitionOf, kinds } from "../../definitions/registry";
import { assetAt, assetIn } from "../../lifecycle/engine/asset";
import { type Context } from "../../lifecycle/process/context";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields } from "../../lifecycle/definition/fields";
import { type Values } from "../../lifecycle/state/values";
import { type TenantDocument, type TenantObject } from "../tenant/tenant";
import { hyphened, identifier, kebab, Names, titleWords } from "./names";
import { type Declaration, type Expression, type PlanOptions, type SecretPlan, type Target } from "./plan";
import { stateOf } from "./state-of";
import { type Variables } from "./variables";

const documentComment =
  "The text that LumenOne made of the file, which it does not give back. A changed file replaces the document.";

/** A text at least this long, or of several lines, gets a file of its own. */
const longText = 100;

/** Turns single objects into declarations, and collects what stands beside them: files, secrets and notes. */
export class Declarer {
  readonly prompts = new Map<string, string>();
  readonly documents = new Map<string, string>();
  readonly secrets: SecretPlan[] = [];
  readonly notes: string[] = [];
  /** Accounts that the program declares, by their id. */
  readonly accounts = new Map<string, Target>();
  private readonly promptFiles = new Names();
  private readonly documentFiles = new Names();
  private readonly secretNames = new Names("");
  private readonly logicalNames = new Map(kinds.map((kind) => [kind, new Names()]));

  constructor(
    private readonly context: Context,
    private readonly options: PlanOptions,
  ) {}

  /**
   * @param wanted the logical name, where no other has it
   * @param variable the words of its variable, where it needs one
   * @param own values that LumenOne's response does not have
   * @returns undefined where this release cannot stand for the object, which a note reports
   */
  async declare(
    variables: Variables,
    object: TenantObject,
    wanted: string,
    variable?: string,
    own: Values = {},
  ): Promise<Declaration | undefined> {
    const { kind, id, remote } = object;
    const definition = definitionOf(kind);
    const logicalName = this.logicalNames.get(kind)!.take(wanted);
    const secretField = inputFields(definition.fields).find(([, field]) => field.secret)?.[0];
    const secretName = secretField && this.secretNames.take(identifier(`${logicalName}-${kebab(secretField)}`, kind));
    const configured = secretName && this.options.configured.get(secretName);
    const known = secretField && configured !== undefined ? { [secretField]: parsed(configured) } : {};
    const state = await stateOf(definition, this.context, object, logicalName, { ...own, ...known });
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
    if (secretField && secretName && state.inputs[secretField] !== undefined) {
      const what = `${kind} ${id}, ${secretField}`;
      const masked = (state.masked.get(secretField) ?? []).map((path) => path || "all of it");
      const value = masked.length > 0 ? undefined : JSON.stringify(state.inputs[secretField]);
      this.secrets.push({ name: secretName, what, masked, value });
      if (masked.length > 0) {
        this.notes.push(
          `${what}: LumenOne shows a mask for ${masked.join(", ")}. Set the whole value yourself, with the commands below.`,
        );
      }
    }
    if (secretField && (remote[secretField] ?? undefined) === undefined && configured === undefined) {
      this.notes.push(`${kind} ${id}: LumenOne does not show its ${secretField}, so it is not managed.`);
    }
    return {
      kind,
      logicalName,
      variable: variable === undefined ? undefined : variables.variable(kind, id, logicalName, variable),
      id,
      args: this.args(variables, definition, logicalName, state.inputs, secretName),
      comments: [
        ...(kind === "Document" ? [documentComment] : []),
        ...(state.refused.includes("name") ? ["LumenOne has no usable name for it."] : []),
      ],
      ...state,
    };
  }

  /** Declares a document with the text that LumenOne made of what was uploaded, in a file of the program. */
  declareDocument(variables: Variables, document: TenantDocument & { text: string }, isReferred: boolean) {
    const words = titleWords(document);
    const ending = /\.txt$/i.test(String(document.remote["title"])) ? ".txt" : ".md";
    const path = `${this.documentFiles.take(`documents/${variables.file}/${words}`)}${ending}`;
    this.documents.set(path, document.text);
    const hash = createHash("sha256").update(document.text).digest("hex");
    const source = assetAt(path, hash);
    return this.declare(variables, document, `${variables.file}-${words}`, isReferred ? words : undefined, { source });
  }

  private args(
    variables: Variables,
    definition: Definition,
    logicalName: string,
    inputs: Values,
    secretName: string | undefined,
  ): Declaration["args"] {
    const { kind } = definition;
    const args: Declaration["args"][number][] = [];
    for (const [name, field] of inputFields(definition.fields)) {
      const value = inputs[name];
      if (value === undefined) continue;
      if (name === "accountId") {
        // The configured one is left out.
        if (value === this.context.accountId) continue;
        const to = this.accounts.get(value as string);
        const account: Expression = to ? { type: "reference", to } : { type: "literal", value };
        args.push({ name, value: account, inherited: kind !== "Organization" });
      } else if (name === "numberId" && this.options.clone) {
        args.push({ comment: "numberId is left out: a phone number reaches one assistant only." });
      } else if (name === "name" && this.options.clone && kind === "Organization") {
        args.push({ name, value: { type: "prefixed", name: value as string } });
      } else if (field.logicalName && value === logicalName) continue;
      else if (field.refersTo !== undefined)
        args.push({ name, value: variables.reference(field.refersTo, value as string) });
      else if (field.hashAs !== undefined)
        args.push({ name, value: { type: "document", path: assetIn(value)?.path ?? "" } });
      else if (field.secret) args.push({ name, value: { type: "secret", name: secretName ?? name, of: field.type } });
      else args.push({ name, value: this.expression(kind, logicalName, name, value) });
    }
    return args;
  }

  private expression(kind: string, logicalName: string, name: string, value: unknown): Expression {
    if (typeof value === "string" && name !== "name" && deservesFile(value)) {
      const words = `${logicalName}${kind === "Workspace" ? "" : `-${kebab(kind.replace(/Config$/, ""))}`}`;
      const file = `${this.promptFiles.take(name === "openAiPrompt" ? words : `${words}-${hyphened(name)}`)}.md`;
      this.prompts.set(file, value);
      return { type: "prompt", file, text: value };
    }
    return { type: "literal", value };
  }
}

/** Texts that a person would write in a file; odd control characters are safer as a literal. */
function deservesFile(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what must not stand in a file of text.
  return (value.length >= longText || value.includes("\n")) && !/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/.test(value);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
