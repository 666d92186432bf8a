import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { SettingsError } from "../../errors/settings-error";
import { version } from "../../client/version";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings, settingsOptions } from "../settings/read-settings";
import { checkConnection } from "../doctor/connection";
import { ReadChecks } from "../doctor/read-checks";
import { correction, counts, reportFile, setCommand, verdictTable } from "../doctor/report";
import { type Verdict } from "../doctor/verdict";
import { Wire } from "../doctor/wire";
import { writeChecks } from "../doctor/write-checks";
import { doctorDocs } from "./doctor-docs";

/** Options of `doctor`. */
export interface DoctorOptions {
  readonly stack?: string;
  readonly contract?: string;
  readonly organization?: string;
  readonly out?: string;
  readonly docs?: string;
  readonly overlay?: string;
  readonly force?: boolean;
  readonly writeTest?: boolean;
  readonly yes?: boolean;
}

/** Seconds for all reads, and for the writes: a document may take its time to be embedded. */
const readSeconds = 55;
const writeSeconds = 300;

/** Compares a host with the contract: what is assumed is confirmed or refuted, field by field. */
export async function doctor(options: DoctorOptions, reporter: Reporter): Promise<number> {
  const { docs } = options;
  if (docs !== undefined) return doctorDocs(withDocs(options, docs), reporter);
  if (options.overlay !== undefined) throw new CommandError("--overlay needs --docs SOURCE.", exitCode.usage);
  const chosen = await readSettings(settingsOptions(options));
  const { settings } = chosen;
  if (settings.origin === undefined) throw new SettingsError("baseUrl", "is missing", "https://HOST");
  if (settings.apiKey === undefined) throw new SettingsError("apiKey", "is missing", "KEY");
  const begun = Date.now();
  const wire = new Wire(settings, readSeconds);
  reporter.warn(`LumenOne is ${hostOf(chosen)}`);
  reporter.step("Reaching it");
  const connection = await checkConnection(wire);
  for (const { what, result } of connection) reporter.say(`${what}: ${result}`);

  reporter.step("Asking every read of the contract");
  const reads = new ReadChecks(wire, (operationId) => reporter.progress(`Asking ${operationId}`), options.organization);
  let verdicts: Verdict[] = await reads.run();
  let requests = wire.sent;
  if (options.writeTest) {
    const name = `doctor-${randomUUID().slice(0, 8)}`;
    const { organization } = options;
    const instead =
      organization === undefined ? "" : ` Where it cannot be made, writes things of that name into ${organization}.`;
    await confirm(
      `Makes the organization ${name} on ${hostOf(chosen)}, writes into it, and removes it again.${instead}`,
      "write",
      options.yes === true,
    );
    const writing = new Wire(settings, writeSeconds);
    const onTry = (id: string) => reporter.progress(`Trying ${id}`);
    const { verdicts: written, left } = await writeChecks(writing, name, onTry, organization);
    requests += writing.sent;
    const tried = new Map(written.map((verdict) => [verdict.operationId, verdict]));
    verdicts = verdicts.map((verdict) => tried.get(verdict.operationId) ?? verdict);
    if (left && "organization" in left) {
      reporter.warn(
        `The organization ${left.organization} could not be removed: pulumi-lumenone sweep --prefix ${name}`,
      );
    } else if (left) {
      reporter.warn(`Remove from the organization ${left.within} at LumenOne: ${left.things.join(", ")}.`);
    }
  }

  const corrected = correction(verdicts, settings.operations);
  const found = verdicts.some(({ result }) => result === "wrong" || result === "differs");
  reporter.say();
  for (const line of verdictTable(verdicts)) reporter.say(line);
  reporter.say();
  const seconds = Math.round((Date.now() - begun) / 100) / 10;
  reporter.say(`${counts(verdicts)}; ${requests} requests, ${seconds} s.`);
  if (corrected) {
    reporter.say("What is elsewhere here is corrected by:");
    reporter.say(`  ${setCommand(corrected)}`);
  }
  if (options.out !== undefined) writeReport(options.out, reportFile(verdicts, corrected, version));
  reporter.result({ connection, operations: verdicts, correction: corrected ?? null, requests, seconds });
  return found ? exitCode.found : exitCode.done;
}

/** Documentation alone is read: what is about a host makes no sense beside it. */
function withDocs(options: DoctorOptions, docs: string) {
  if (options.writeTest || options.organization !== undefined) {
    throw new CommandError("--docs reaches no host: leave out --write-test and --organization.", exitCode.usage);
  }
  return { ...options, docs };
}

function writeReport(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new CommandError(`The report cannot be written: ${(error as Error).message}`);
  }
}
