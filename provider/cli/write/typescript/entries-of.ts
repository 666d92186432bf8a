import { type Argument } from "../argument";
import { type Declaration } from "../plan";
import { voicePart } from "../voice-settings";
import { type Entry, json, lineWidth, text } from "./literal";
import { voiceExpression } from "./voice-expression";

/** The arguments of a resource as TypeScript. */
export function entriesOf({ kind, args }: Declaration): Entry[] {
  return args.flatMap((argument): Entry[] => {
    if ("comment" in argument) return [argument];
    return argument.inherited ? [] : [{ name: argument.name, value: written(kind, argument) }];
  });
}

function written(kind: string, { name, value }: Exclude<Argument, { readonly comment: string }>): string {
  switch (value.type) {
    case "reference":
      return value.to.kind === "Account" ? `accounts.${value.to.variable}.accountId` : value.to.variable;
    case "secret":
      return value.of === "object"
        ? `config.requireSecretObject<Record<string, unknown>>(${text(value.name)})`
        : `config.requireSecret(${text(value.name)})`;
    case "prompt":
      return `prompt(${text(value.file)})`;
    case "document":
      return text(value.path);
    case "prefixed":
      return `prefix + ${text(value.name)}`;
    case "literal": {
      const room = lineWidth - 4 - name.length - 1;
      const part = kind === "VoiceConfig" ? voicePart(name) : undefined;
      return part ? voiceExpression(part, value.value, 2, room) : json(value.value, 2, room);
    }
  }
}
