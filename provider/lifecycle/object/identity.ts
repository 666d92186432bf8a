import { type Definition, type IdPart } from "../definition/definition";
import { asUuid } from "../definition/uuid";
import { type Values } from "../state/values";

/** The id of the object that `inputs` declare and LumenOne returned, its parts joined by `/`. */
export function idOf(definition: Definition, inputs: Values, response: Values): string {
  return Object.entries(definition.id)
    .map(([parameter, part]) => {
      const value = (part.field && inputs[part.field]) ?? (part.response && response[part.response]);
      if (typeof value !== "string" && typeof value !== "number") {
        throw new Error(
          `${definition.kind}: LumenOne returned no ${part.response ?? parameter}, which its id is made of`,
        );
      }
      return String(value);
    })
    .join("/");
}

/** The contract's path parameters that an id stands for. The last part may hold `/` itself. */
export function parseId(definition: Definition, id: string): Record<string, string> {
  const names = Object.keys(definition.id);
  const parts = id.split("/");
  const values = [...parts.slice(0, names.length - 1), parts.slice(names.length - 1).join("/")];
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}

/** Whether every part of this id is there. */
export function isId(definition: Definition, id: string): boolean {
  return Object.values(parseId(definition, id)).every((part) => part !== "");
}

/** The fields of the program that an id alone has. */
export function fieldsOfId(definition: Definition, id: string): Values {
  const parts = parseId(definition, id);
  return Object.fromEntries(
    Object.entries(definition.id).flatMap(([parameter, { field }]) => (field ? [[field, parts[parameter]]] : [])),
  );
}

/** Whether an object of a list is the one with this id. */
export function isResponseFor(definition: Definition, id: string, response: Values): boolean {
  const parts = parseId(definition, id);
  return Object.entries(definition.id).every(
    ([parameter, part]) => !part.response || isPart(part, parts[parameter] ?? "", String(response[part.response])),
  );
}

/** Operations may spell an id differently. */
function isPart({ alike }: IdPart, part: string, returned: string): boolean {
  return asUuid(part) === asUuid(returned) || alike?.(part, returned) === true;
}

/** The contract's parameters, as far as fields and id hold them. */
export function parametersOf(definition: Definition, values: Values, id?: string): Values {
  const named = { ...definition.parameters };
  for (const [parameter, part] of Object.entries(definition.id)) if (part.field) named[parameter] = part.field;
  const parameters: Values = {};
  for (const [parameter, field] of Object.entries(named)) parameters[parameter] = values[field];
  return { ...parameters, ...(id === undefined ? {} : parseId(definition, id)) };
}

/** Fields that identify the object. They cannot drift: another value means another object. */
export function identityFields(definition: Definition): Set<string> {
  const ofId = Object.values(definition.id).flatMap(({ field }) => field ?? []);
  return new Set([...ofId, ...Object.values(definition.parameters ?? {}), "accountId"]);
}
