import type { Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";

/** Where the recorded releases are: one folder each. */
export const recordedFolder = path.resolve(__dirname, "../../recorded");

/**
 * What stands for LumenOne's host in recorded files. Each run has another port, and outputs, which hold the host, would
 * be refused at another one. `allowOriginChange` would let them pass, but by a way that few users' states take;
 * so the copy that a test works on gets the host of its own LumenOne.
 */
export const recordedOrigin = "http://127.0.0.1:4010";

/** A state as a release wrote it, what LumenOne had then, and the program. */
export interface Release {
  readonly version: string;
  readonly state: string;
  readonly server: ReturnType<Simulator["snapshot"]>;
  readonly program: () => void;
}

export function recordedReleases(): string[] {
  return fs
    .readdirSync(recordedFolder)
    .filter((name) => fs.existsSync(path.join(recordedFolder, name, "state.json")))
    .sort();
}

/** @param folder a folder of {@link recordedFolder} */
export function readRelease(version: string): Release {
  const file = (name: string) => path.join(recordedFolder, version, name);
  return {
    version,
    state: fs.readFileSync(file("state.json"), "utf8"),
    server: JSON.parse(fs.readFileSync(file("server.json"), "utf8")) as Release["server"],
    program: (require(file("program.ts")) as Pick<Release, "program">).program,
  };
}
