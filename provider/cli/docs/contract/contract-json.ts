import { type Values } from "../../../lifecycle/state/values";

/** The contract as it is in force: the released one, changed by overlays. With titles and tags, which the client does without. */
export type ContractJson = Values;
