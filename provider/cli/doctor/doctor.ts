import { randomUUID } from "node:crypto";
import { SettingsError } from "../../errors/settings-error";
import { type Contract } from "../../client/contract/contract";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { writeReport } from "../console/write-report";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings } from "../settings/read-settings";
import { checkOverlayFile, overlayText, writeOverlay } from "../docs/overlay/overlay-file";
import { doctorDocs, type DoctorDocsOptions } from "../docs/doctor-docs";
import { checkConnection } from "./connection";
import { correctedBy, observeUntilClear } from "./observed/observe-until-clear";
import { type Observed } from "./observed/observed-overlay";
import { ReadChecks } from "./read-checks";
import { correction, counts, reportFile, setCommand, verdictTable } from "./report";
import { Wire } from "./wire";
import { WriteChecks } from "./write-checks";

/** Options of `doctor`. */
export interface DoctorOptions extends Partial<DoctorDocsOptions> {
  readonly organization?: string;
  readonly writeTest?: boolean;
  readonly yes?: boolean;
}

/** Seconds for all reads, and for the writes: a document may take its time to be embedded. */
const readSeconds = 55;
const writeSeconds = 300;

/**
 * Compares a host with the contract: what is assumed is confirmed or refuted, field by field. With `--docs` it reads documentation alone:
 * options about a host are refused beside it.
 */
export async function doctor(options: DoctorOptions, reporter: Reporter): Promise<number> {
  const { docs, organization, overlay, force = false } = options;
  if (docs !== undefined) {
    if (options.writeTest || organization !== undefined) {
      throw new CommandError("--docs reaches no host: leave out --write-test and --organization.", exitCode.usage);
    }
    return doctorDocs({ ...options, docs }, reporter);
  }
  if (overlay !== undefined) checkOverlayFile(overlay, force);
  const chosen = await readSettings(options);
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
  let requests = wire.sent;
  const ask = async (contract: Contract): Promise<Observed> => {
    const asking = new Wire({ ...settings, contract }, readSeconds);
    const reads = new ReadChecks(asking, (id) => reporter.progress(`Asking ${id}`), organization);
    await reads.run();
    requests += asking.sent;
    return reads;
  };
  const first = await ask(settings.contract);
  let { verdicts } = first;
  let { contract } = settings;
  if (overlay !== undefined) ({ verdicts, contract } = await observeUntilClear(first, contract, ask));
  if (options.writeTest) {
    const name = `doctor-${randomUUID().slice(0, 8)}`;
    const instead =
      organization === undefined ? "" : ` Where it cannot be made, writes things of that name into ${organization}.`;
    await confirm(
      `Makes the organization ${name} on ${hostOf(chosen)}, writes into it, and removes it again.${instead}`,
      "write",
      options.yes === true,
    );
    const writing = new Wire({ ...settings, contract }, writeSeconds);
    const writes = new WriteChecks(writing, name, (id) => reporter.progress(`Trying ${id}`), organization);
    const left = await writes.run();
    requests += writing.sent;
    const tried = new Map(writes.verdicts.map((verdict) => [verdict.operationId, verdict]));
    verdicts = verdicts.map((verdict) => tried.get(verdict.operationId) ?? verdict);
    contract = correctedBy(contract, writes) ?? contract;
    if (left !== undefined) reporter.warn(left);
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
  if (overlay !== undefined && contract === settings.contract) {
    reporter.say(`Nothing is to be corrected: ${overlay} was not written.`);
  } else if (overlay !== undefined) {
    const source = { command: "doctor", title: "LumenOne as a host was observed" } as const;
    writeOverlay(overlay, overlayText(contract.correction?.actions ?? [], source), force);
    reporter.say(`The overlay is in ${overlay}. Use it with:`);
    reporter.say(`  pulumi config set lumenone:contract ${overlay}`);
  }
  if (options.out !== undefined) writeReport(options.out, reportFile(verdicts, corrected));
  reporter.result({ connection, operations: verdicts, correction: corrected ?? null, requests, seconds });
  return found ? exitCode.found : exitCode.done;
}
