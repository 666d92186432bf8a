import { type OperationId } from "../../client/contract/contract";
import { type Samples } from "./samples";
import { type Response, type Wire } from "./wire";

/** A path that no API has. */
export const nowhere = "/pulumi-lumenone-doctor-asks-for-nothing";

/** The responses of a host to paths that it does not have, at the root and below existing ones. */
export class MissingPaths {
  private readonly signatures = new Set<string>();

  constructor(
    private readonly wire: Wire,
    private readonly samples: Samples,
  ) {}

  /**
   * Requests a path that does not exist.
   * @param below an existing path, or nothing for the root
   */
  async learn(operationId: OperationId, below: string): Promise<void> {
    if (!this.wire.hasAccountFor(operationId) || this.samples.missing(operationId) !== undefined) return;
    const at = { method: "get", path: `${below}${nowhere}` };
    const parameters = this.samples.parameters(operationId);
    this.signatures.add(signature(await this.wire.send(operationId, { parameters, at })));
  }

  /** Whether this is how the host responds to paths that it does not have. LumenOne itself never speaks HTML. */
  isOne(response: Response): boolean {
    return this.signatures.has(signature(response)) || response.type === "text/html";
  }
}

/** A response without the path that it may repeat, and without numbers and ids of the request. */
function signature({ status, type, text }: Response): string {
  const steady = text.replace(/\/[\w/%.-]+/g, "/").replace(/[0-9a-f]*\d[0-9a-f-]*/gi, "#");
  return `${status} ${type} ${steady.slice(0, 500)}`;
}
