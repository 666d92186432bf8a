import { operations } from "./contract";

/** The page of the contract: every operation, of which a reader chooses by text and by how sure it is. */
export function contractPage(): string {
  return `---
outline: false
aside: false
---

# The contract

What this package believes of LumenOne's API: ${operations.length} operations. \`documented\` is by LumenOne, \`upstream\` from AnythingLLM, which LumenOne
extends, and \`assumed\` by nobody: see [Provenance](../provenance.md). Where it is wrong, [correct it](../contract.md).

<ContractOperations />
`;
}
