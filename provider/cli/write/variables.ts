import { text } from "./literal";
import { identifier, Names } from "./names";

/** The variables of one file. */
export class Variables {
  private readonly names = new Names("");
  private readonly variables = new Map<string, string>();

  constructor(readonly file: string) {}

  variable(kind: string, id: string, words: string): string {
    const short = kind === "OrganizationTool" ? "Tool" : kind;
    // Tools and workspaces often share their words.
    const wanted = identifier(words, short);
    const name = this.names.take(this.names.has(wanted) ? `${wanted}${short}` : wanted);
    this.variables.set(variableKey(kind, id), name);
    return name;
  }

  /** Whether the program has a variable of the resource with this id. */
  knows(kind: string, id: string): boolean {
    return this.variables.has(variableKey(kind, id));
  }

  /** The variable of the resource with this id, or its id where the program has none. */
  reference(kind: string, id: string): string {
    return this.variables.get(variableKey(kind, id)) ?? text(id);
  }
}

/** Documents are referred to by their whole id, all others by its last part. */
function variableKey(kind: string, id: string): string {
  return `${kind} ${kind === "Document" ? id : id.slice(id.lastIndexOf("/") + 1)}`;
}
