import { definitionOf } from "../../definitions/registry";
import { assetIn } from "../../lifecycle/engine/asset";
import { type Context } from "../../lifecycle/process/context";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields } from "../../lifecycle/definition/fields";
import { type Values } from "../../lifecycle/state/values";
import { type TenantObject } from "../tenant/tenant";
import { type Argument, type Expression, type Target } from "./argument";
import { identifier, kebab, Names } from "./names";
import { type Declaration, type PlanOptions, type SecretPlan } from "./plan";
import { stateOf } from "./state-of";
import { type Variables } from "./variables";

/** Properties of a declaration that LumenOne did not return. */
export interface OwnFile {
  readonly values?: Values;
  readonly comments?: readonly string[];
}

/** A text at least this long, or of several lines, gets a file of its own. */
const longText = 100;

/** Turns single objects into declarations, and collects what stands beside them: prompts, secrets and notes. */
export class Declarer {
  readonly prompts = new Map<string, string>();
  readonly secrets: SecretPlan[] = [];
  readonly notes: string[] = [];
  /** Accounts that the program declares, by their id. */
  readonly accounts = new Map<string, Target>();
  private readonly promptFiles = new Names();
  private readonly secretNames = new Names("");
  private readonly logicalNames = new Map<string, Names>();

  constructor(
    private readonly context: Context,
    private readonly options: PlanOptions,
  ) {}

  /**
   * @param wanted the logical name, where no other has it
   * @param extra the words of its variable, where it needs one, and what it has beside LumenOne's response
   * @returns undefined where this release cannot stand for the object, which a note reports
   */
  async declare(
    variables: Variables,
    object: TenantObject,
    wanted: string,
    extra: OwnFile & { readonly variable?: string | undefined },
  ): Promise<Declaration | undefined> {
    const { variable, values = {}, comments = [] } = extra;
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
      const masked = (state.masked.get(secretField) ?? []).map((path) => path || "all of it");
      this.secret(secretName, `${kind} ${id}, ${secretField}`, state.inputs[secretField], masked);
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
      comments: [...comments, ...(state.refused.includes("name") ? ["LumenOne has no usable name for it."] : [])],
      ...state,
    };
  }

  private args(
    variables: Variables,
    definition: Definition,
    logicalName: string,
    inputs: Values,
    secretName: string | undefined,
  ): Argument[] {
    const { kind } = definition;
    const args: Argument[] = [];
    for (const [name, field] of inputFields(definition.fields)) {
      const value = inputs[name];
      if (value === undefined) continue;
      if (name === "accountId") args.push(...this.account(kind, value as string));
      else if (name === "numberId" && this.options.clone) {
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

  /** The account of a resource, where it is not the configured one. */
  private account(kind: string, id: string): Argument[] {
    if (id === this.context.accountId) return [];
    const to = this.accounts.get(id);
    const value: Expression = to ? { type: "reference", to } : { type: "literal", value: id };
    return [{ name: "accountId", value, inherited: kind !== "Organization" }];
  }

  private expression(kind: string, logicalName: string, name: string, value: unknown): Expression {
    if (typeof value === "string" && name !== "name" && deservesFile(value)) {
      const words = `${logicalName}${kind === "Workspace" ? "" : `-${kebab(kind.replace(/Config$/, ""))}`}`;
      const file = `${this.promptFiles.take(name === "openAiPrompt" ? words : `${words}-${spaced(name)}`)}.md`;
      this.prompts.set(file, value);
      return { type: "prompt", file, text: value };
    }
    return { type: "literal", value };
  }

  private secret(name: string, what: string, value: unknown, masked: readonly string[]): void {
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

/** `queryRefusalResponse` as `query-refusal-response`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
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
