import * as fs from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { CLI_VERSION, ensurePulumi, type EnsurePulumiOptions, type PulumiCli } from "../support/pulumi-cli";
import { downloadPulumi } from "../support/pulumi-cli/download-pulumi";
import { intoPlace } from "../support/pulumi-cli/into-place";
import { keptFolder } from "../support/pulumi-cli/kept-folder";
import { runToEnd } from "../support/pulumi-cli/run-to-end";
import { withLock } from "../support/pulumi-cli/with-lock";
import { isRunning } from "../support/process-tree";
import { until } from "../support/until";

let folder: string;
let printed: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-cli-"));
  printed = "";
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A `pulumi` that knows its version and nothing else. */
function putPulumi(bin: string, version: string): string {
  fs.mkdirSync(bin, { recursive: true });
  const file = path.join(bin, "pulumi");
  fs.writeFileSync(file, `#!/bin/sh\necho v${version}\n`, { mode: 0o755 });
  return file;
}
const kept = (): string => path.join(folder, "cache", `pulumi-v${CLI_VERSION}`);
const putInto = async (version: string, into: string): Promise<void> => {
  await intoPlace(into, (unfinished) => Promise.resolve(void putPulumi(path.join(unfinished, "bin"), version)));
};
const not = (reason: string) => () => Promise.reject(new Error(reason));
const ensure = async (options: EnsurePulumiOptions = {}): Promise<PulumiCli> =>
  await ensurePulumi({
    searchPath: path.join(folder, "path"),
    folder: path.join(folder, "cache"),
    download: not("the host cannot be reached"),
    build: not("there is no go on PATH"),
    print: (text) => void (printed += text),
    ...options,
  });
const lines = (): string[] => printed.trim().split("\n");

test("the CLI on PATH comes first", async () => {
  const command = putPulumi(path.join(folder, "path"), "3.216.0");
  putPulumi(path.join(kept(), "bin"), CLI_VERSION);
  const cli = await ensure();
  expect(cli).toMatchObject({ command, version: "3.216.0", binDir: path.join(folder, "path") });
  expect(cli.pulumiCommand).toMatchObject({ command, version: { major: 3, minor: 216 } });
  expect(lines()).toEqual([`pulumi CLI: on PATH ... v3.216.0 (${command})`]);
  expect(fs.readdirSync(cli.binDir)).toEqual(["pulumi"]);
});

test("one on PATH that is too old, or does not run, is passed over for the kept one", async () => {
  const old = putPulumi(path.join(folder, "path"), "3.215.9");
  const command = putPulumi(path.join(kept(), "bin"), CLI_VERSION);
  expect((await ensure()).command).toBe(command);
  expect(lines()[0]).toBe(`pulumi CLI: on PATH ... no: ${old} is 3.215.9; 3.216 or newer is needed`);

  fs.writeFileSync(old, "#!/bin/sh\nexit 3\n");
  expect((await ensure()).command).toBe(command);
});

test("a kept one gets the plugins that the official installer puts beside it", async () => {
  const bin = path.join(kept(), "bin");
  putPulumi(bin, CLI_VERSION);
  await ensure();
  expect(fs.readdirSync(bin).sort()).toEqual(["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"]);
  fs.accessSync(path.join(bin, "pulumi-language-nodejs"), fs.constants.X_OK);

  const official = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
  fs.writeFileSync(path.join(bin, "pulumi-language-nodejs"), official);
  await ensure();
  expect(fs.readFileSync(path.join(bin, "pulumi-language-nodejs"))).toEqual(official);
});

test("the download is third, and is kept", async () => {
  await ensure({ download: putInto, build: not("must not be asked") });
  expect(lines().map((line) => line.replace(/ \.\.\. .*/, ""))).toEqual([
    "pulumi CLI: on PATH",
    "pulumi CLI: kept in the user's cache",
    "pulumi CLI: official download",
  ]);
  await ensure({ download: not("must not be asked") });
});

test("the build is fourth, and two that need it at once build it once", async () => {
  let builds = 0;
  const build = async (version: string, into: string): Promise<void> => {
    builds += 1;
    await putInto(version, into);
  };
  const [one, other] = await Promise.all([ensure({ build }), ensure({ build })]);
  expect(builds).toBe(1);
  expect(one.command).toBe(other.command);
  expect(printed).toContain(`waiting for process ${process.pid}`);
});

test("with none left, the error names all four and what to do for each", async () => {
  const error = await ensure().catch((thrown: unknown) => thrown);
  const message = (error as Error).message;
  for (const step of [
    "on PATH: none",
    "kept in the user's cache: none",
    "official download: the host",
    "there is no go",
  ]) {
    expect(message).toContain(step);
  }
  for (const remedy of ["PATH: install", "cache: put", "download: let", "build: install Go"]) {
    expect(message).toContain(remedy);
  }
  expect(lines()).toHaveLength(4);
});

test("what a killed process left behind is neither used nor in the way", async () => {
  const cache = path.join(folder, "cache");
  putPulumi(path.join(cache, ".unfinished-x", "bin"), CLI_VERSION);
  // A lock whose owner has ended: ids are given out up to 4 million on Linux, 99,999 on macOS.
  fs.writeFileSync(path.join(cache, "lock"), "4999999");
  await ensure({ build: putInto });
  expect(fs.readdirSync(cache)).toEqual([path.basename(kept())]);
});

test("a lock is released when the work fails", async () => {
  const lock = path.join(folder, "lock");
  const waiting = jest.fn();
  await expect(withLock(lock, not("broken"), waiting)).rejects.toThrow("broken");
  expect(await withLock(lock, () => Promise.resolve("done"), waiting)).toBe("done");
  expect(waiting).not.toHaveBeenCalled();
});

describe("the download", () => {
  let server: Server;
  const listen = async (): Promise<Parameters<typeof downloadPulumi>[2]> => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { installer: `http://127.0.0.1:${port}/install.sh`, patienceSeconds: 0.2 };
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test("gives up on a host that does not respond", async () => {
    server = createServer(() => undefined);
    await expect(downloadPulumi(CLI_VERSION, kept(), await listen())).rejects.toThrow(/cannot be reached/);
  });

  test("gives up at once on a host that refuses", async () => {
    server = createServer((_, response) => response.writeHead(403).end());
    await expect(downloadPulumi(CLI_VERSION, kept(), await listen())).rejects.toThrow(/returned 403/);
    expect(fs.existsSync(kept())).toBe(false);
  });
});

test("an installer or a build that does not end is killed with what it started", async () => {
  const pid = path.join(folder, "pid");
  const child = `require("fs").writeFileSync(${JSON.stringify(pid)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const parent = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`;
  await expect(runToEnd(process.execPath, ["-e", parent], { cwd: folder, seconds: 1 })).rejects.toThrow(/within 1 s/);
  await until(() => !isRunning(Number(fs.readFileSync(pid, "utf8"))));
});

test("the cache is the user's, as the platform has it", () => {
  expect(keptFolder({ XDG_CACHE_HOME: "/x" }, "darwin")).toBe("/x/pulumi-lumenone");
  expect(keptFolder({}, "darwin")).toBe(path.join(os.homedir(), "Library", "Caches", "pulumi-lumenone"));
  expect(keptFolder({}, "linux")).toBe(path.join(os.homedir(), ".cache", "pulumi-lumenone"));
});
