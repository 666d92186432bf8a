import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/** The parts of a type in the schema that say how a value is sent. */
interface Typed {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Typed;
  readonly properties?: Readonly<Record<string, Typed>>;
}

interface Schema {
  readonly types: Readonly<Record<string, Typed>>;
  readonly functions: Readonly<Record<string, { readonly outputs: Typed }>>;
}

const schema = (): Schema => require("pulumi-lumenone/schema.json") as Schema;

/**
 * The result of a data function, in the types of the schema: LumenOne has some ids as numbers and some as texts, and SDKs
 * refuse a value of another type.
 */
export function resultAsTyped(name: string, result: Values): Values {
  const { outputs } = schema().functions[`lumenone:index:${name}`] ?? {};
  return typed(result, outputs) as Values;
}

function typed(value: unknown, expected: Typed | undefined): unknown {
  const { $ref = "" } = expected ?? {};
  const type = $ref.startsWith("#/types/") ? schema().types[$ref.slice("#/types/".length)] : expected;
  if (Array.isArray(value)) return value.map((item) => typed(item, type?.items));
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, typed(inner, type?.properties?.[key])]);
    return Object.fromEntries(entries);
  }
  if (type?.type === "string" && typeof value === "number") return String(value);
  const isNumber = type?.type === "integer" || type?.type === "number";
  return isNumber && typeof value === "string" && Number.isFinite(Number(value || NaN)) ? Number(value) : value;
}
