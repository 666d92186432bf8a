import { type ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { opened } from "../../../provider/plugin/wire/secrets";
import { Status } from "@pulumi/pulumi/proto/status_pb";

/** What the engine learns of a resource that exists but is not complete. */
export interface InitFailed {
  readonly id: string;
  /** As sent: `__provider` has to be in there, or the engine loses it. */
  readonly properties: Record<string, unknown>;
  readonly reasons: readonly string[];
}

/** An error that the host process returned. */
export class HostError extends Error {
  /** Set when the provider threw an error with an id: created, but failed to initialise. */
  readonly initFailed?: InitFailed;

  constructor(
    method: string,
    /** What gRPC says of it. */
    override readonly cause: ServiceError,
  ) {
    super(cause.details);
    this.name = `HostError (${method})`;
    const [status] = cause.metadata.get("grpc-status-details-bin");
    if (status !== undefined) this.initFailed = decode(Buffer.from(status));
  }
}

function decode(status: Uint8Array): InitFailed {
  const packed = Status.deserializeBinary(status).getDetailsList()[0];
  if (!packed) throw new Error("the host process returned error details without content");
  const detail = ErrorResourceInitFailed.deserializeBinary(packed.getValue_asU8());
  return {
    id: detail.getId(),
    properties: opened((detail.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>),
    reasons: detail.getReasonsList(),
  };
}
