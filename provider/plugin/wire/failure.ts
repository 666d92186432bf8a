import { Metadata, status as Code, type StatusObject } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { type IncompleteError } from "../../lifecycle/errors/incomplete-error";
import { type Values } from "../../lifecycle/state/values";
import { structOf } from "./bag";

/** An error as gRPC carries it to the engine. */
export type Failure = Partial<StatusObject>;

/** gRPC carries messages in a header, of which more than about 60 KB never arrives. */
const longest = 16_000;

/** One paragraph, without a stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InitFailure) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: Code.UNKNOWN, details: cut(message) };
}

/** A call whose object exists, but not as declared: the engine keeps it in the state. */
export class InitFailure extends Error {
  readonly failure: Failure;

  /** @param properties the outputs for the state, secrets in envelopes */
  constructor({ id, reasons, message }: IncompleteError, properties: Values, inputs: Values) {
    super(message);
    const detail = new ErrorResourceInitFailed()
      .setId(id)
      .setProperties(structOf(properties))
      .setInputs(structOf(inputs))
      .setReasonsList(reasons);
    const any = new Any();
    any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(Code.UNKNOWN).setMessage(cut(message));
    status.addDetails(any);
    const metadata = new Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    this.failure = { code: Code.UNKNOWN, details: cut(message), metadata };
  }
}

function cut(message: string): string {
  return message.length > longest ? `${message.slice(0, longest)} ...` : message;
}
