import { definitionOf } from "../../../provider/definitions/registry";
import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { type Field } from "../../../provider/lifecycle/definition/fields";
import { type Bag } from "../host-process";
import { sha256 } from "../sample-files";
import { type Declared, type Model } from "../soak/model";
import { type Wanted } from "./small-engine";

/** What the classes of the package make of a random program: names, ids in place of resources, a file for a text. */
export function wantedOf(model: Model): Wanted[] {
  return model.map((declared) => ({
    kind: declared.kind,
    name: declared.name,
    alias: declared.alias,
    parents: Object.values(declared.parents),
    inputs: (idOf) => inputsOf(declared, idOf),
  }));
}

function inputsOf({ kind, name, parents, settings }: Declared, idOf: (name: string) => string): Bag {
  const { source, ...plain } = settings;
  const fields = definitionOf(kind).fields as Record<string, Field>;
  const above = Object.entries(parents).map(([arg, parent]) => [arg, idOf(parent)] as const);
  const inputs: Record<string, unknown> = {
    ...(fields["name"]?.logicalName ? { name } : {}),
    ...Object.fromEntries(above),
    ...plain,
    ...(typeof source === "string" ? { source: { ...assetOfHash(sha256(source)), text: source } } : {}),
  };
  return inputs;
}
