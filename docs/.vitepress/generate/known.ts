import { type Fact, type Operation, operations } from "./contract";

/** @throws when the contract has no such operation */
export function operationOf(id: string): Operation {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`The contract has no operation ${id}`);
  return operation;
}

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Names in programs that stand for other ones in requests and responses. */
const wireNames: Readonly<Record<string, string>> = {
  accountId: "X-Account-Id",
  hexSlug: "originalSlug",
  organization: "orgSlug",
  workspace: "slug",
};

/** The facts of the contract that properties stand for, those of earlier operations first. */
export class Known {
  readonly #facts: readonly Fact[];

  constructor(ids: readonly string[], isIn: (place: string) => boolean) {
    this.#facts = ids.flatMap((id) => operationOf(id).facts.filter(({ place }) => isIn(place)));
  }

  /** How sure a property is, by its name in programs; undefined for what LumenOne does not see. */
  of(property: string, wire = property): string | undefined {
    const names = [wire, wireNames[property]];
    const named = (name: string) => names.includes(name) || names.includes(camelCase(name));
    const fact = this.#facts.find(({ name }) => named(name)) ?? this.#facts.find(({ name }) => named(lastOf(name)));
    return fact?.provenance;
  }
}

/** `title` of `metadata.title`. */
const lastOf = (name: string) => name.split(".").at(-1) ?? name;
