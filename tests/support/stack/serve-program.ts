import * as grpc from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  type RunRequest,
  RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";
import { leftovers } from "../leftovers";
import { withProgramErrors } from "./program-errors";

/** A Pulumi program as a function; what it returns becomes the stack's outputs. */
export type Program = () => unknown;

/** Parts of the SDK's runtime that its declarations leave out. */
const { withLocalStorage, waitForRPCs, grpcChannelOptions, grpcClientOptions } = {
  ...state,
  ...settings,
} as unknown as {
  withLocalStorage: <T>(run: () => Promise<T>) => Promise<T>;
  waitForRPCs: () => Promise<void>;
  grpcChannelOptions?: object;
  grpcClientOptions?: object;
};

// Engines that one process serves one after the other may listen on the same port. A connection that a killed one has left
// broken would be the next one's: "No connection established. Last error: null".
for (const options of [grpcChannelOptions, grpcClientOptions]) {
  if (options) Object.assign(options, { "grpc.use_local_subchannel_pool": 1 });
}

/** A program that waits for the CLI to run it. */
export interface ServedProgram {
  /** For the CLI's `--client`. */
  readonly address: string;
  /** What the program threw, in an `apply` too. */
  readonly errors: unknown[];
  /** Why the program could not send the engine everything, where the connection broke off. */
  readonly cutOffs: Error[];
  close(): void;
}

/**
 * Serves a program of this process to the CLI, as the Automation API does it for inline programs. Two things differ, and
 * both are as in `cmd/run`, which runs a user's program: errors are reported as diagnostics and not as one gRPC error,
 * and an error in an `apply` belongs to the program that made it, not to all that run in this process.
 */
export async function serveProgram(program: Program): Promise<ServedProgram> {
  const errors: unknown[] = [];
  const cutOffs: Error[] = [];
  const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
  server.addService(LanguageRuntimeService, {
    getPluginInfo: responding(() => new PluginInfo().setVersion("1.0.0")),
    getRequiredPackages: responding(() => new GetRequiredPackagesResponse()),
    getRequiredPlugins: responding(() => new GetRequiredPluginsResponse()),
    run: ({ request }: grpc.ServerUnaryCall<RunRequest, RunResponse>, callback: grpc.sendUnaryData<RunResponse>) => {
      runProgram(program, request, errors, (error) => cutOffs.push(error)).then(
        // A program that lost the engine has not declared everything: to call that a success would delete the rest.
        () => callback(null, new RunResponse().setBail(errors.length + cutOffs.length > 0)),
        (error: unknown) => callback(null, new RunResponse().setError(String(error))),
      );
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
  return { address: `127.0.0.1:${port}`, errors, cutOffs, close };
}

async function runProgram(
  program: Program,
  request: RunRequest,
  errors: unknown[],
  onCutOff: (error: Error) => void,
): Promise<void> {
  await withLocalStorage(async () => {
    pulumi.runtime.resetOptions(
      request.getProject(),
      request.getStack(),
      request.getParallel(),
      request.getArgsList()[0] ?? "",
      request.getMonitorAddress(),
      request.getDryrun(),
      request.getOrganization(),
    );
    const config = Object.fromEntries(request.getConfigMap().entries()) as Record<string, string>;
    pulumi.runtime.setAllConfig(config, request.getConfigsecretkeysList());

    const report = (error: unknown): void => {
      // The engine has stopped listening because of an error that it has already reported.
      if (error instanceof Error && pulumi.isGrpcError(error)) return onCutOff(error);
      errors.push(error);
      logError(error);
    };
    await withProgramErrors(report, async (reportOnce) => {
      await pulumi.runtime.runInPulumiStack(async () => await program()).catch(reportOnce);
      await waitForRPCs().catch(reportOnce);
      // Rejections that nobody handled are known after the microtasks.
      await new Promise((resolve) => setImmediate(resolve));
      await pulumi.runtime.disconnect(errors.length === 0);
    });
  });
}

/** With the words of `cmd/run`. */
function logError(error: unknown): void {
  if (pulumi.RunError.isInstance(error)) void pulumi.log.error(error.message);
  else if (pulumi.ResourceError.isInstance(error)) {
    void pulumi.log.error(error.hideStack ? error.message : (error.stack ?? error.message), error.resource);
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void pulumi.log.error(`Running program failed with an unhandled exception:\n${text}`);
  }
}

function responding<T>(make: () => T): grpc.handleUnaryCall<unknown, T> {
  return (_call, callback) => callback(null, make());
}
