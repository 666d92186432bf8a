import { type Target } from "../argument";
import { Names } from "../names";
import { type Declaration } from "../plan";

/** The keys of resources: those of all kinds, of secrets and of variables share one name space in Pulumi YAML. */
export class ResourceKeys {
  private readonly keys = new Map<string, string>();

  /** @param taken what else has a name in the program */
  constructor(declarations: readonly Declaration[], taken: readonly string[]) {
    const names = new Names();
    for (const name of taken) names.take(name);
    for (const { kind, logicalName } of declarations) {
      const wanted = names.has(logicalName) ? `${logicalName}${words(kind)}` : logicalName;
      this.keys.set(`${kind} ${logicalName}`, names.take(wanted));
    }
  }

  of({ kind, logicalName }: Pick<Target, "kind" | "logicalName">): string {
    return this.keys.get(`${kind} ${logicalName}`) ?? logicalName;
  }
}

/** `VoiceConfig` as `-voice-config`. */
function words(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
