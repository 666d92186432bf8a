import { type Node } from "yaml";
import { type Argument } from "../argument";
import { changeableSettings, type VoicePart, voicePart } from "../voice-settings";
import { literalNode } from "./literal-node";
import { mapOf } from "./map-of";
import { type ResourceKeys } from "./resource-keys";
import { escaped, expressionScalar, keyScalar, textScalar } from "./scalar";

/** The configuration with what the names of copies begin with. */
export const prefixKey = "prefix";

/** The value of a property of a resource of this kind, in Pulumi YAML. */
export function argumentNode(
  kind: string,
  { name, value }: Extract<Argument, { readonly name: string }>,
  keys: ResourceKeys,
): Node {
  switch (value.type) {
    case "reference":
      return expressionScalar(`\${${keys.of(value.to)}.id}`);
    case "secret":
      return expressionScalar(`\${${value.name}}`);
    case "document":
      return mapOf([[keyScalar("fn::fileAsset"), textScalar(`./${value.path}`)]]);
    case "prompt":
      return textScalar(value.text);
    case "prefixed":
      return expressionScalar(`\${${prefixKey}}${escaped(value.name)}`);
    case "literal": {
      const part = kind === "VoiceConfig" ? voicePart(name) : undefined;
      return literalNode(value.value, part && ((key, setting) => isKnown(part, key, setting)));
    }
  }
}

/** Whether the schema has this setting of a voice or transcriber, with this type. */
function isKnown(part: VoicePart, key: string, setting: unknown): boolean {
  return typeof setting === "string" && (key === "provider" || changeableSettings[part].includes(key));
}
