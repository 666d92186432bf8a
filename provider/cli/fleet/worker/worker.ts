import { PulumiCommand } from "@pulumi/pulumi/automation";
import { runTask } from "./run-task";
import { type FromWorker, type ToWorker } from "../task";

/**
 * A process that handles tenants one after the other. Programs of the Automation API share their process, and an error
 * in one fails all that run at the time: here that is one.
 */
const abort = new AbortController();
let command: Promise<PulumiCommand> | undefined;
let isBusy = false;

const send = (message: FromWorker) => process.connected && process.send?.(message);

process.on("message", (message: ToWorker) => {
  if ("stop" in message) return abort.abort();
  isBusy = true;
  command ??= PulumiCommand.get({ skipVersionCheck: true });
  void command
    .then((pulumi) => runTask(message.task, { command: pulumi, signal: abort.signal, onProgress: send }))
    .then((result) => {
      isBusy = false;
      send({ result });
      if (!process.connected) process.exit(0);
    });
});

// The fleet was killed. Pulumi is asked to end, so that it leaves a whole state and no lock.
process.on("disconnect", () => {
  if (!isBusy) process.exit(0);
  abort.abort();
});
