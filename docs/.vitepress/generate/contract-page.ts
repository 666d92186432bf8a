import { operations } from "./contract";

/** The page of the contract: every operation, of which a reader chooses by text and by how sure it is. */
export function contractPage(): string {
  return `---
outline: false
aside: false
---

# The contract

What this package takes for LumenOne's API: ${operations.length} operations. Each fact is \`documented\` by LumenOne, taken from its \`upstream\` AnythingLLM,
or \`assumed\`: see [Provenance](../provenance.md). [Correcting the contract](../contract.md) is for facts that are wrong.

<ContractOperations />
`;
}
