import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { type Contract, type Correction, releasedContract } from "../contract";
import { actionsOf } from "./overlay";
import { correctedContract, CorrectionError } from "./corrected-contract";
import { OverlayError } from "./overlay-error";
import { readOverlayFile } from "./overlay-file";
import { projectFolder } from "./project-folder";

const loaded = new Map<string, { readonly stamp: string; readonly contract: Contract }>();

/**
 * The contract that an overlay corrects. Reads the file once, as long as it does not change.
 * @param file absolute, or from the folder of the Pulumi project around `folder`; from `folder` where there is none
 * @throws {OverlayError} it cannot be read or used
 */
export function loadContract(file: string, folder = process.cwd()): Contract {
  const path = isAbsolute(file) ? file : resolve(projectFolder(folder) ?? folder, file);
  const stamp = stampOf(path);
  const known = loaded.get(path);
  if (stamp !== undefined && known?.stamp === stamp) return known.contract;
  const overlay = readOverlayFile(path, file);
  const actions = actionsOf(overlay);
  try {
    const contract = correctedContract(releasedContract(), actions, {
      file: path,
      actions: (overlay.content as Pick<Correction, "actions">).actions,
    });
    if (stamp !== undefined) loaded.set(path, { stamp, contract });
    return contract;
  } catch (error) {
    if (!(error instanceof CorrectionError)) throw error;
    const { target } = actions[error.action]!;
    const line = overlay.lineOf(["actions", error.action, "target"]);
    throw new OverlayError(file, `${line}: actions[${error.action}] (${target}) ${error.message}`);
  }
}

function stampOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.mtimeMs} ${found.size} ${found.ino}`;
}
