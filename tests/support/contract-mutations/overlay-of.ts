import contract from "../../../simulator/generated/contract.json";
import { type Change } from "./change";
import { type InlinedContract } from "./inlined-contract";
import { type Json, within } from "./json";
import { movedPath } from "./moved-path";

interface Action {
  readonly target: string;
  readonly update?: unknown;
  readonly remove?: boolean;
}

/** The overlay that corrects the contract by these changes, in the form of docs/contract.md. */
export function overlayOf({ operations }: InlinedContract, changes: readonly Change[]): Json {
  const at = (operationId: string, rest = "") => {
    const { path, method } = operations.get(operationId)!;
    return `$.paths['${path}'].${method}${rest}`;
  };
  /** The reference of a parameter. */
  const reference = (operationId: string, name: string) => {
    const { path, method } = operations.get(operationId)!;
    const { parameters } = within(contract.paths, path, method) as { parameters: { $ref: string }[] };
    const declared = contract.components.parameters as Record<string, { name: string }>;
    return parameters.find(({ $ref }) => declared[$ref.split("/").at(-1)!]!.name === name)!.$ref;
  };
  const parameterAt = (operationId: string, name: string) =>
    at(operationId, `.parameters[?@['$ref'] == '${reference(operationId, name)}']`);
  const actionsOf = (change: Change): Action[] => {
    switch (change.kind) {
      case "path":
        return [{ target: at(change.operationId), update: { "x-wire-path": change.to } }];
      case "method":
        return [{ target: at(change.operationId), update: { "x-wire-method": change.to } }];
      case "status":
        return [{ target: at(change.operationId, ".responses"), update: { [change.to]: { description: "Created" } } }];
      case "contentType":
        return [{ target: at(change.operationId, ".requestBody.content"), update: { [change.to]: {} } }];
      case "envelope": {
        const remove = { target: at(change.operationId, "['x-envelope']"), remove: true };
        if (change.to === undefined) return [remove];
        return [remove, { target: at(change.operationId), update: { "x-envelope": [change.to] } }];
      }
      case "parameterName":
        return [{ target: parameterAt(change.operationId, change.name), update: { "x-wire-name": change.to } }];
      case "parameterPlace": {
        const { operationId, name, from, to } = change;
        const move = { target: parameterAt(operationId, name), update: { "x-wire-in": to } };
        if (from !== "path") return [move];
        const path = movedPath(operationId, operations.get(operationId)!.path, name);
        return [move, { target: at(operationId), update: { "x-wire-path": path } }];
      }
      case "fieldPlace": {
        const update = { properties: { [change.name]: { "x-wire-in": change.to } } };
        return [{ target: at(change.operationId, ".requestBody.content['application/json'].schema"), update }];
      }
      case "enum": {
        const name = reference(change.operationId, change.name).split("/").at(-1);
        return [{ target: `$.components.parameters.${name}.schema`, update: { enum: [change.added] } }];
      }
      case "field":
        return [{ target: schemaWith(change.schema, change.name), update: { "x-wire-name": change.to } }];
      case "requestField":
      case "responseField": {
        const { operation } = operations.get(change.operationId)!;
        const content = within(operation, "requestBody", "content");
        const place =
          change.kind === "requestField"
            ? `.requestBody.content['${Object.keys(content ?? {})[0]}'].schema`
            : ".responses['200'].content['application/json'].schema";
        const update = change.path
          .split(".")
          .reduceRight<Json>((inner, step) => (step === "[]" ? { items: inner } : { properties: { [step]: inner } }), {
            "x-wire-name": change.to,
          });
        const { path, method } = operations.get(change.operationId)!;
        if (change.kind === "responseField" && within(contract.paths, path, method, "responses", "200", "$ref")) {
          const content = { "application/json": { schema: update } };
          return [{ target: at(change.operationId, ".responses['200']"), update: { content } }];
        }
        return [{ target: at(change.operationId, place), update }];
      }
    }
  };
  return {
    overlay: "1.0.0",
    info: { title: "LumenOne, as a test has it", version: "1" },
    actions: changes.flatMap(actionsOf),
  };
}

/** Where a schema has a property: its own, or in a part of it. */
function schemaWith(schema: string, name: string): string {
  const target = (contract.components.schemas as Json)[schema] as Json;
  if (within(target, "properties", name)) return `$.components.schemas.${schema}.properties['${name}']`;
  const index = ((target["allOf"] ?? []) as Json[]).findIndex((part) => within(part, "properties", name));
  return `$.components.schemas.${schema}.allOf[${index}].properties['${name}']`;
}
