import type { Operation as Described } from "openapi-backend";
import type { Correction } from "./correction";

/** An operation of the document, with its references resolved. */
export type Operation = Described & {
  operationId: string;
  "x-envelope"?: string[];
  /** What is different on the wire; none in the released contract. */
  correction?: Correction;
};
