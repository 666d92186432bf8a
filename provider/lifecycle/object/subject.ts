import { type OperationId } from "../../client/contract/contract";
import { type Definition } from "../definition/definition";
import { ResourceError } from "../errors/resource-error";
import { type ApiRequest } from "../process/api";
import { type Context } from "../process/context";
import { type Session } from "../process/session";
import { type Values } from "../state/values";
import { hiddenValues } from "./hidden-values";
import { fieldsOfId, idOf, isResponseFor, parametersOf } from "./identity";
import { accountOf, keyOf, likenessOf, scopeOf, turnOf } from "./scope";

/**
 * The object of one step: its kind, the step's context, and the values that identify it, from the program or from the
 * state. Everything that is derived from the three (names, keys, parameters, calls) is here.
 */
export class Subject {
  /** @param knownId left out while the object has no id */
  constructor(
    readonly definition: Definition,
    readonly context: Context,
    readonly values: Values,
    readonly knownId?: string,
  ) {}

  /** The same object, of which the id is known. */
  at(id: string): Subject {
    return new Subject(this.definition, this.context, this.values, id);
  }

  /** The same object with other values. */
  with(values: Values): Subject {
    return new Subject(this.definition, this.context, values, this.knownId);
  }

  get id(): string {
    if (this.knownId === undefined) throw new Error(`${this.definition.kind} has no id yet`);
    return this.knownId;
  }

  get session(): Session {
    return this.context.session;
  }

  /** The account that it belongs to. */
  get accountId(): string | undefined {
    return accountOf(this.values, this.context.accountId);
  }

  /** A key for the objects of one kind under one parent. */
  get scope(): string {
    return scopeOf(this.definition, this.values, this.context.accountId);
  }

  /** The value that identifies it while its id is not known. */
  get likeness(): string {
    return likenessOf(this.definition, this.values);
  }

  /** Shared by objects that cannot be distinguished before they have an id. */
  get turn(): string {
    return turnOf(this.definition, this.values, this.context.accountId);
  }

  /** Names it among all that a process deals with. */
  get key(): string {
    return keyOf(this.definition.kind, this.accountId, this.id);
  }

  /**
   * How messages refer to it: `Workspace (support)`, its kind and id. While it has no id, the resources that it belongs to
   * stand there, as in `OrganizationTool (acme)`. Its `name` and other values are left out: the program may have made them
   * secret, and the host process cannot see that. It cannot see the URN either; the engine shows it with errors.
   */
  get label(): string {
    const { id, fields, kind } = this.definition;
    const parents = Object.values(id)
      .flatMap(({ field }) => (field !== undefined && fields[field]?.refersTo ? [this.values[field]] : []))
      .filter((parent) => typeof parent === "string");
    const where = this.knownId ?? parents.join("/");
    return where === "" ? kind : `${kind} (${where})`;
  }

  /** An error that a person has to decide or correct. */
  error(problem: string, remedy: string, options?: ErrorOptions): ResourceError {
    return new ResourceError(this.label, problem, remedy, options);
  }

  /** The id of an object that LumenOne shows for these values, its parts joined by `/`. */
  idOf(shown: Values): string {
    return idOf(this.definition, this.values, shown);
  }

  /** Whether LumenOne shows which object it is. */
  hasId(shown: Values): boolean {
    try {
      return this.idOf(shown) !== "";
    } catch {
      return false;
    }
  }

  /** The id of an edge, which its own values make up. */
  get ownId(): string {
    return this.idOf({});
  }

  /** Whether an object of a list is this one. */
  isShownBy(listed: Values): boolean {
    return isResponseFor(this.definition, this.id, listed);
  }

  /** The parameters and account of any call about it, and what no error of it may show. */
  get request(): ApiRequest & { readonly parameters: Values } {
    return {
      parameters: parametersOf(this.definition, this.values, this.knownId),
      hidden: hiddenValues(this.definition, this.values),
      accountId: this.accountId,
    };
  }

  /** Calls an operation that lists, with the parameters of this object where `request` gives no others. */
  list(operationId: OperationId, request: ApiRequest = {}): Promise<Values[]> {
    return this.context.api.list(operationId, { ...this.request, ...request });
  }

  /** Calls any other operation, with the parameters of this object where `request` gives no others. */
  one(operationId: OperationId, request: ApiRequest = {}): Promise<Values> {
    return this.context.api.one(operationId, { ...this.request, ...request });
  }

  /** Its parent; undefined where it has none, or none is known. */
  get parent(): Subject | undefined {
    if (!this.definition.parent) return undefined;
    const { definition, field } = this.definition.parent;
    const id = this.values[field];
    if (typeof id !== "string") return undefined;
    const { accountId } = this.values;
    return new Subject(definition, this.context, { ...fieldsOfId(definition, id), accountId }, id).withLineage();
  }

  /** The same with the parent that this process has seen it in, where its values do not say. */
  withLineage(): Subject {
    const { parent } = this.definition;
    if (!parent || this.values[parent.field] !== undefined) return this;
    const seen = this.session.parentOf(this.key);
    return seen === undefined ? this : this.with({ ...this.values, [parent.field]: seen });
  }

  /** Notes which parent it has, for others that know its id alone. */
  noteLineage(): void {
    const parent = this.definition.parent && this.values[this.definition.parent.field];
    if (typeof parent === "string") this.session.noteParent(this.key, parent);
  }
}
