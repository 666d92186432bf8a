import * as pulumi from "@pulumi/pulumi";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields } from "../../lifecycle/definition/fields";
import { inheritedOption } from "./final-options";

/** What a resource of this package was declared with, kept at the resource. */
export interface Declaration {
  readonly definition: Definition;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The same as they are registered: transformations may change them. */
  inputs: Readonly<Record<string, unknown>>;
  /** The account that it was given, for those that are declared below it. */
  readonly account: unknown;
  /** The option `protect` for its children, where it is protected alone. */
  readonly protectBelow: boolean | undefined;
  /** `.get` reads it: this program does not delete it. */
  readonly lookup: boolean;
  /** Whether its host can read an object by its id alone. */
  readonly imports: boolean;
}

/** Key of the declaration at its resource. */
export const declarationKey = Symbol.for("pulumi-lumenone.declaration");

/** Also of a resource that another copy of this package made. */
export function declarationOf(resource: unknown): Declaration | undefined {
  return (resource as { readonly [declarationKey]?: Declaration } | undefined)?.[declarationKey];
}

/**
 * Refuses options of Pulumi with which an object would be left behind or made twice.
 * @throws {pulumi.RunError} shown without a stack
 */
export function refuseOptions(
  declaration: Declaration,
  options: pulumi.CustomResourceOptions,
  parent: pulumi.Resource | undefined,
): void {
  const { definition, name, lookup } = declaration;
  const refuse = (problem: string, remedy: string): never => {
    throw new pulumi.RunError(`${definition.kind} "${name}": ${problem} ${remedy}`);
  };
  if (options.import !== undefined && !declaration.imports) {
    const adopt = "adopt" in definition.fields ? "set `adopt: true` in its place, or " : "";
    refuse(
      "the option `import` does not work for this package: Pulumi cannot read a resource of a dynamic provider by its id.",
      `Remove the option, and ${adopt}bring the object into the state with \`npx pulumi-lumenone import\` (see the README).`,
    );
  }
  const target = options.deletedWith ?? inheritedOption(parent, "deletedWith");
  if (!target || lookup) return;
  const doubt = doubtAbout(declaration, target);
  if (!doubt) return;
  refuse(
    `the option \`deletedWith\` makes Pulumi forget it without deleting it when ${described(target)} is deleted, but ` +
      `${doubt[0]}. It would stay at LumenOne, and the next \`pulumi up\` would make a second one.`,
    `${doubt[1]}, or remove the option \`deletedWith\`.`,
  );
}

function described(target: pulumi.Resource): string {
  const { definition, name } = declarationOf(target) ?? {};
  return definition ? `${definition.kind} "${name}"` : "the other resource";
}

/** Why the deletion of `target` may not take the resource along, and what would change that. */
function doubtAbout(declaration: Declaration, target: pulumi.Resource): [problem: string, remedy: string] | undefined {
  const other = declarationOf(target);
  const parents = inputFields(declaration.definition.fields).flatMap(([field, { refersTo }]) =>
    refersTo ? [`\`${field}\``] : [],
  );
  if (!other || !isPartOf(declaration, target)) {
    return [
      "its deletion does not take this one along",
      parents.length > 0
        ? `Name the resource that is given as ${parents.join(" or ")} (the resource itself, or its id)`
        : "LumenOne deletes nothing else together with this kind",
    ];
  }
  const { definition, inputs, lookup } = other;
  if (!definition.operations.delete) return ["LumenOne cannot delete that kind", "Name another resource"];
  if (lookup) return ["this program only looks at that one", "Declare it here"];
  if (inheritedOption(target, "retainOnDelete")) {
    return ["that one has `retainOnDelete` and is not deleted", "Remove `retainOnDelete` there"];
  }
  if ("forceDestroy" in definition.fields && inputs["forceDestroy"] !== true) {
    return [
      "that one refuses to be deleted while anything is in it",
      "Set `forceDestroy: true` there (as a plain value, since an output is not known here)",
    ];
  }
  const isProtected = inputs["deletionProtection"] ?? false;
  if (isProtected !== false) return ["that one has `deletionProtection`", "Remove `deletionProtection` there"];
  return undefined;
}

/** LumenOne deletes with an object whatever refers to it: its workspaces, what is attached to those, and so on. */
function isPartOf({ definition, args }: Declaration, target: pulumi.Resource): boolean {
  return inputFields(definition.fields).some(([field, { refersTo }]) => {
    if (refersTo === undefined) return false;
    const value = args[field];
    if (value === target || isIdOf(value, target)) return true;
    const above = declarationOf(value);
    return above !== undefined && isPartOf(above, target);
  });
}

/** Whether this is the id of the resource, or an output that the id has, such as `slug`. */
function isIdOf(value: unknown, target: pulumi.Resource): boolean {
  if (!pulumi.Output.isInstance(value)) return false;
  const { derived = {} } = declarationOf(target)?.definition ?? {};
  const outputs = target as unknown as Readonly<Record<string, unknown>>;
  return ["id", ...Object.keys(derived)].some((name) => outputs[name] === value);
}
