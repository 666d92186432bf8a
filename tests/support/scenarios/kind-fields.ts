import { definitionOf } from "../../../provider/definitions/registry";
import { type Field, inputFields } from "../../../provider/lifecycle/definition/fields";
import { identityFields } from "../../../provider/lifecycle/object/identity";

type Row = [name: string, field: Field];

/** Fields of a kind whose change is written in place. */
export function changeableFields(kind: string): Row[] {
  const definition = definitionOf(kind);
  const identity = identityFields(definition);
  return (inputFields(definition.fields) as Row[]).filter(
    ([name, field]) => !identity.has(name) && !field.local && !field.createOnly && !field.replaces && !field.immutable,
  );
}

/** Fields of a kind whose change makes a new object. */
export function replacingFields(kind: string): Row[] {
  return (inputFields(definitionOf(kind).fields) as Row[]).filter(([, field]) => field.replaces);
}

/** Fields that stay with this provider. */
export function localFields(kind: string): Row[] {
  return (inputFields(definitionOf(kind).fields) as Row[]).filter(([, field]) => field.local && !field.createOnly);
}
