import * as pulumi from "@pulumi/pulumi";
import { type Definition } from "../../lifecycle/definition/definition";
import { type Flaw, flawsIn, placeOf, undefinedAt } from "../../lifecycle/definition/flaws";

type AnyArgs = Record<string, unknown>;

/**
 * The args of a resource, after a check that all of it can be carried to LumenOne and back. Pulumi drops functions, turns
 * NaN into null and a Map into {}, and takes some keys for its own, all without a word: the program's own values can be
 * seen only here. Outputs and promises are checked when they resolve, in preview too. A resource inside a value becomes its
 * id, as it does in a field that names one.
 * @throws {pulumi.RunError} shown without a stack: the path and what is wrong there, never the value
 */
export function plainArgs(definition: Definition, name: string, args: AnyArgs): AnyArgs {
  const resource = `${definition.kind} "${name}"`;
  const plain: AnyArgs = {};
  for (const [key, value] of Object.entries(args)) {
    const field = definition.fields[key];
    const isFile = field?.hashAs !== undefined;
    const isLater = field?.refersTo !== undefined && isPending(value);
    plain[key] = isFile || isLater || pulumi.Resource.isInstance(value) ? value : plainValue(resource, key, value);
  }
  return plain;
}

function plainValue(resource: string, path: string, value: unknown): unknown {
  refuse(resource, flawsIn(path, value, isOpaque));
  return settled(resource, path, value);
}

/** The same value, whose outputs and promises are checked when they resolve. */
function settled(resource: string, path: string, value: unknown): unknown {
  const look = (inner: unknown) => plainValue(resource, path, inner);
  if (pulumi.Output.isInstance(value)) return value.apply(look);
  // Before Pulumi follows what is in it, which may have no end. A rejection of an output is Pulumi's to report.
  if (value instanceof Promise) return pulumi.output(0).apply(() => value.then(look));
  if (pulumi.CustomResource.isInstance(value)) return value.id;
  if (typeof value !== "object" || value === null || isOpaque(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => settledItem(resource, `${path}[${index}]`, item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, settled(resource, placeOf(path, key), inner)] as const,
  );
  return entries.every(([key, inner]) => inner === (value as AnyArgs)[key]) ? value : Object.fromEntries(entries);
}

function settledItem(resource: string, path: string, item: unknown): unknown {
  const value = settled(resource, path, item);
  if (!pulumi.Output.isInstance(value)) return value;
  return value.apply((inner: unknown) => {
    if (inner === undefined) refuse(resource, [undefinedAt(path)]);
    return inner;
  });
}

function isPending(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** A value that is checked later, or by others. */
function isOpaque(value: unknown): boolean {
  return isPending(value) || pulumi.CustomResource.isInstance(value) || pulumi.isUnknown(value);
}

function refuse(resource: string, flaws: readonly Flaw[]): void {
  if (flaws.length === 0) return;
  const words = flaws.map(({ path, reason, remedy }) => `${resource}: ${path} ${reason}. ${remedy}`);
  throw new pulumi.RunError(words.join("\n"));
}
