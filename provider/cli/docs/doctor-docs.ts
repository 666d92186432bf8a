import { version } from "../../client/version";
import { type Reporter } from "../console/reporter";
import { writeReport } from "../console/write-report";
import { releasedContract } from "../../client/contract/contract";
import { readSettings } from "../settings/read-settings";
import { judgeDocs } from "./judge-docs";
import { checkOverlayFile, overlayText, writeOverlay } from "./overlay/overlay-file";
import { docsReport, docsResult, factCounts } from "./docs-report";
import { exitCode } from "../exit-code";

/** Options of `doctor --docs`. */
export interface DoctorDocsOptions {
  readonly docs: string;
  readonly stack?: string;
  readonly contract?: string;
  readonly out?: string;
  readonly overlay?: string;
  readonly force?: boolean;
}

/** Compares the contract with published documentation. Needs no key, and reaches no tenant. */
export async function doctorDocs(options: DoctorDocsOptions, reporter: Reporter): Promise<number> {
  const { docs: source, overlay, force = false } = options;
  if (overlay !== undefined) checkOverlayFile(overlay, force);
  const begun = Date.now();
  const { settings } = await readSettings(options);
  const { contract } = settings;
  reporter.step(`Reading ${source === "-" ? "standard input" : source}`);
  const judgement = await judgeDocs(
    source,
    { inForce: contract, released: releasedContract(), actions: contract.correction?.actions ?? [] },
    { stdin: process.stdin, onPage: (address) => reporter.progress(`Reading ${address}`) },
  );

  const { operations, corrected, actions } = judgement;
  const lines = docsReport(judgement);
  reporter.say();
  for (const line of lines) reporter.say(line);
  const seconds = Math.round((Date.now() - begun) / 100) / 10;
  const documented = operations.filter(({ isDocumented }) => isDocumented).length;
  const counted = `${documented} of ${operations.length} operations are documented: ${factCounts(judgement)}`;
  reporter.say(`${counted}; ${seconds} s.`);
  if (overlay !== undefined && actions.length === 0) {
    reporter.say(`Nothing is to be corrected or confirmed: ${overlay} was not written.`);
  } else if (overlay !== undefined) {
    writeOverlay(
      overlay,
      overlayText(actions, { command: "doctor --docs", title: "LumenOne as it is documented" }),
      force,
    );
    reporter.say(`The overlay is in ${overlay}. Use it with:`);
    reporter.say(`  pulumi config set lumenone:contract ${overlay}`);
  } else if (corrected.size > 0) {
    reporter.say("To correct what differs:");
    reporter.say(`  pulumi-lumenone doctor --docs ${source} --overlay lumenone.overlay.yaml`);
    reporter.say("  pulumi config set lumenone:contract lumenone.overlay.yaml");
  }
  if (options.out !== undefined) {
    const title = `# The contract of pulumi-lumenone ${version} against LumenOne's documentation`;
    writeReport(options.out, [title, "", `${counted}.`, "", ...lines].join("\n"));
  }
  reporter.result({ ...docsResult(judgement), seconds });
  const differs = operations.some(({ facts }) => facts.some(({ verdict }) => verdict === "differs"));
  return differs ? exitCode.found : exitCode.done;
}
