import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { leftovers } from "../leftovers";

/** A message that the host process logged through the engine; the CLI shows it to the user. */
export interface LogEntry {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn: string;
  /** It is shown for a moment only. */
  readonly ephemeral?: true;
}

const SEVERITIES: Record<number, LogEntry["severity"]> = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

export interface FakeEngine {
  readonly address: string;
  readonly logs: readonly LogEntry[];
  readonly close: () => void;
}

/** The part of an engine that a host process talks to, collecting what is logged. */
export async function startFakeEngine(): Promise<FakeEngine> {
  const logs: LogEntry[] = [];
  const server = new grpc.Server();
  server.addService(EngineService, {
    log: ({ request }: grpc.ServerUnaryCall<LogRequest, Empty>, callback: grpc.sendUnaryData<Empty>) => {
      const severity = SEVERITIES[request.getSeverity()] ?? "info";
      const ephemeral = request.getEphemeral() ? { ephemeral: true as const } : {};
      logs.push({ severity, message: request.getMessage(), urn: request.getUrn(), ...ephemeral });
      callback(null, new Empty());
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const close = (): void => {
    server.forceShutdown();
    leftovers.delete(close);
  };
  leftovers.add(close);
  return { address: `127.0.0.1:${port}`, logs, close };
}
