/** The parts of a resource's URN that a provider needs: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
export interface UrnParts {
  readonly type: string;
  readonly name: string;
}

/** Reads a URN. The name may hold `::` itself. */
export function partsOfUrn(urn: string): UrnParts {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.split("$").at(-1) ?? "", name: name.join("::") };
}
