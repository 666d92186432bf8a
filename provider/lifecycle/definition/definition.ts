import { type OperationId } from "../../client/contract/contract";
import { type Context } from "../process/context";
import { type Subject } from "../object/subject";
import { type Dependent } from "../ownership/dependents";
import { type Fields } from "./fields";
import { type Problems } from "./problems";
import { type Values } from "../state/values";

/**
 * One part of an id, a path parameter of the contract. Its value comes from a field of the program or from LumenOne's
 * response; with both, from the field, and `response` recognises the object in lists.
 */
export interface IdPart {
  readonly field?: string;
  readonly response?: string;
  /** Whether a response that is spelled differently means the same. */
  readonly alike?: (part: string, returned: string) => boolean;
}

/** The operations of the contract that make up a life. What LumenOne does not offer is left out. */
export interface Operations {
  readonly create: OperationId;
  readonly read?: OperationId;
  /** Lists the objects of one parent: finds those without a `read`, and distinguishes ours from others when responses get lost. */
  readonly list?: OperationId;
  readonly update?: OperationId;
  readonly delete?: OperationId;
}

/** The values that a rule over several fields checks. */
export interface Declared {
  readonly context: Context;
  /** The inputs in the state; empty for a new resource. */
  readonly olds: Values;
  /** What the program declares, normalised. */
  readonly inputs: Values;
  /** The same, as the program gave it. */
  readonly given: Values;
  readonly problems: Problems;
}

/** Everything that is known of a kind of resource; check, diff, create, read, update and delete are derived from it. */
export interface Definition {
  readonly kind: string;
  /** Version of the outputs in a state. Raised together with an `upgrade` from the one before. */
  readonly version: number;
  readonly fields: Fields;
  /** The id's parts in their order, by the contract's path parameter; joined by `/`. */
  readonly id: Readonly<Record<string, IdPart>>;
  /** Further path and query parameters of the contract, and the fields they come from. */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * The field that names the object it lies in, and that object's kind. LumenOne lists objects by their parent, so this says
   * whose list proves that one is gone. Left out where the list has no parent.
   */
  readonly parent?: { readonly field: string; readonly definition: Definition };
  /** Outputs that the id already has, known even while the resource is being updated. */
  readonly derived?: Readonly<Record<string, (id: string) => string>>;
  readonly operations: Operations;
  /**
   * `unique`: LumenOne refuses a second object of the same name. `repeat`: it makes one.
   * `edge`: the id is the whole object, and making it twice is making it once.
   */
  readonly names: "unique" | "repeat" | "edge";
  /** Its steps move content or wait for people, and may take 20 minutes instead of 5. */
  readonly slow?: boolean;
  /** Those with the same `by` can be made together, and are registered in a row, when their `once` is known. */
  readonly together?: { readonly by: string; readonly once: string };
  /** The plain text that LumenOne returns for a deletion, in place of `success: true`. */
  readonly deleted?: string;
  /** The part that stays at LumenOne, for kinds that it cannot delete. */
  readonly forgets?: string;

  /**
   * The value that identifies an object after the response to its creation was lost: from the program's inputs, and
   * from an item of a list. Objects with equal values are created one after the other. Default: its name.
   */
  readonly likeness?: (values: Values) => unknown;

  /**
   * Requests one object by another operation than `list`, where there is no `read`. A single list that lacks the object may
   * come from anybody: this response can contradict it.
   * @throws {ApiError} there is no such object, or nobody can say
   */
  readonly witness?: (subject: Subject) => Promise<unknown>;

  // Where LumenOne is odd.

  /** Rules that span fields. Adds to `problems`; unknown values may stand anywhere. */
  readonly validate?: (declared: Declared) => Promise<void> | void;
  /** For `.get`: fields that neither the id nor a read has. */
  readonly locate?: (subject: Subject) => Promise<Values>;
  /**
   * Takes the objects from the response of `list` where that is not a plain list.
   * @param values name the parent that was asked about
   * @throws {Error} they are not in it: read as "there are none", it would create them again
   */
  readonly items?: (response: Values, values: Values) => Values[];
  /** Whether a returned object is the one of this id, where its id is not part of the response. Default: it is. */
  readonly isOwn?: (subject: Subject, shown: Values) => Promise<boolean> | boolean;
  /** Makes the object where one call of `operations.create` does not. Returns what LumenOne has now. */
  readonly create?: (subject: Subject) => Promise<Values>;
  /** Whether LumenOne's refusal to create means that the name is taken. Default: a conflict (409). */
  readonly nameTaken?: (error: unknown) => boolean;
  /** Deletes the object where a call of `operations.delete` for it alone is not all. */
  readonly delete?: (subject: Subject) => Promise<void>;
  /** Throws when a deletion now would delete objects that the program did not create. */
  readonly beforeDelete?: (subject: Subject) => Promise<void>;
  /**
   * The objects that LumenOne deletes with this one. Read only when it was replaced: the engine does not handle them then.
   */
  readonly dependents?: (subject: Subject) => Promise<Dependent[]>;
  /** Brings outputs of an older version up to date. */
  readonly upgrade?: (outputs: Values, version: number) => Values;
}

/** States a kind of resource. */
export function defineResource(definition: Definition): Definition {
  return definition;
}
