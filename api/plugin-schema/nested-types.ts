import { join } from "node:path";
import * as ts from "typescript";
import { descriptionOf, parse } from "../definition-source";
import { type Json } from "../json";

/** Types of fields that are one of several interfaces: an SDK has one class with the settings of all of them. */
const unions: Readonly<Record<string, { readonly members: readonly string[]; readonly description: string }>> = {
  Voice: {
    members: ["VapiVoice", "ElevenLabsVoice", "VoiceChange"],
    description: "How the assistant sounds. Its provider decides which settings belong to it.",
  },
  Transcriber: {
    members: ["KnownTranscriber", "TranscriberChange"],
    description: "How the assistant understands its caller.",
  },
};

/** The object types of fields, from `provider/definitions/voice/voice-types.ts`. */
export function nestedTypes(): Record<string, Json> {
  const declared = new Map<string, ts.InterfaceDeclaration>();
  parse(join(__dirname, "../../provider/definitions/voice/voice-types.ts")).forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) declared.set(node.name.text, node);
  });
  const types = Object.entries(unions).map(([name, { members, description }]): [string, Json] => {
    const properties: Record<string, Json> = {};
    for (const member of members) {
      for (const property of declared.get(member)?.members.filter(ts.isPropertySignature) ?? []) {
        const key = property.name.getText();
        const isNever = property.type?.getText() === "undefined";
        const known = properties[key];
        const text = isNever ? "" : descriptionOf(property);
        properties[key] = {
          type: "string",
          description: known?.["description"] || text || wordsOf(declared, members, key),
        };
      }
    }
    return [`lumenone:index:${name}`, { type: "object", description, properties }];
  });
  return Object.fromEntries(types);
}

/** The words that a setting may be, where its types are words. */
function wordsOf(
  declared: ReadonlyMap<string, ts.InterfaceDeclaration>,
  members: readonly string[],
  key: string,
): string {
  const all = members.flatMap((member) => {
    const found = declared.get(member)?.members.find((each) => each.name?.getText() === key);
    const type = found && ts.isPropertySignature(found) ? (found.type?.getText() ?? "") : "";
    return [...type.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => `\`${word}\``);
  });
  return all.length > 0 ? `${[...new Set(all)].join(", ")}, or another one that LumenOne's catalog has.` : "";
}
