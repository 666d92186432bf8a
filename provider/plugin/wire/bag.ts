import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Values } from "../../lifecycle/state/values";

/** Inputs or outputs as the engine sent them: secrets stand in envelopes, what is not known yet is a marker. */
export function bagOf(struct: Struct | undefined): Values {
  return struct?.toJavaScript() ?? {};
}

/** Inputs or outputs as they go to the engine. Undefined values are left out. */
export function structOf(values: Values): Struct {
  return Struct.fromJavaScript(withoutUndefined(values) as never);
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutUndefined(inner)]));
}
