import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { type MessageKind } from "../lifecycle/process/context";

/** The engine that a provider works for, which shows messages to the user. */
export class EngineConnection {
  private readonly client: EngineClient;

  /** @param address of the engine, `HOST:PORT` */
  constructor(address: string) {
    this.client = new EngineClient(address, credentials.createInsecure());
  }

  /** Shows a message under its resource. Resolves when the engine has it, or has gone. */
  log(kind: MessageKind, urn: string, message: string): Promise<void> {
    const request = new LogRequest()
      .setSeverity(kind === "warn" ? LogSeverity.WARNING : LogSeverity.INFO)
      .setEphemeral(kind === "status")
      .setMessage(message)
      .setUrn(urn);
    return new Promise((resolve) => this.client.log(request, () => resolve()));
  }
}
