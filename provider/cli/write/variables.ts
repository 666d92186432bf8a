import { identifier, Names } from "./names";
import { type Expression, type Target } from "./plan";

/** The variables of one file. */
export class Variables {
  private readonly names = new Names("");
  private readonly variables = new Map<string, Target>();

  constructor(readonly file: string) {}

  variable(kind: string, id: string, logicalName: string, words: string): string {
    const short = kind === "OrganizationTool" ? "Tool" : kind;
    // Tools and workspaces often share their words.
    const wanted = identifier(words, short);
    const variable = this.names.take(this.names.has(wanted) ? `${wanted}${short}` : wanted);
    this.variables.set(variableKey(kind, id), { kind, logicalName, variable });
    return variable;
  }

  /** Whether the program has a variable of the resource with this id. */
  knows(kind: string, id: string): boolean {
    return this.variables.has(variableKey(kind, id));
  }

  /** The resource with this id, or the id where the program has no variable of it. */
  reference(kind: string, id: string): Expression {
    const to = this.variables.get(variableKey(kind, id));
    return to ? { type: "reference", to } : { type: "literal", value: id };
  }
}

/** Documents are referred to by their whole id, all others by its last part. */
function variableKey(kind: string, id: string): string {
  return `${kind} ${kind === "Document" ? id : id.slice(id.lastIndexOf("/") + 1)}`;
}
