import { type Values } from "../state/values";

/**
 * The object exists, but is not yet as declared. Pulumi keeps it in the state because this error has an `id`, and the
 * fields named by `properties.incomplete` are written by the next `up`.
 */
export class IncompleteError extends Error {
  constructor(
    readonly id: string,
    readonly properties: Values,
    readonly reasons: string[],
  ) {
    super(reasons.join(" "));
    this.name = "IncompleteError";
  }
}
