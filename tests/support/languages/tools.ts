import * as fs from "node:fs";
import * as path from "node:path";
import { CLI_VERSION } from "../pulumi-cli";
import { intoPlace } from "../pulumi-cli/into-place";
import { keptFolder } from "../pulumi-cli/kept-folder";
import { runToEnd } from "../pulumi-cli/run-to-end";
import { withLock } from "../pulumi-cli/with-lock";

/** Newer ones cannot be had as a Go module everywhere. */
const yamlVersion = "1.25.0";
const pythonSdk = "3.248.0";

/** What the examples in other languages need, kept in the per-user cache: it is built once, in minutes. */
export interface LanguageTools {
  /** Folder with `pulumi-language-yaml`. */
  readonly yamlHost: string;
  /** The code generators of Pulumi: `codegen LANGUAGE SCHEMA FOLDER`. */
  readonly codegen: string;
  /** A Python with Pulumi's SDK. */
  readonly python: string;
}

/** Builds what is missing, one at a time. */
export async function languageTools(): Promise<LanguageTools> {
  const folder = keptFolder();
  const kept = async (name: string, build: (root: string) => Promise<void>): Promise<string> => {
    const target = path.join(folder, name);
    const waiting = () => undefined;
    await withLock(
      `${target}.lock`,
      async () => {
        if (fs.existsSync(target)) return;
        const begun = Date.now();
        process.stderr.write(`${name}: building, once ... `);
        await intoPlace(target, build);
        process.stderr.write(`${Math.round((Date.now() - begun) / 1000)} s\n`);
      },
      waiting,
    );
    return target;
  };
  const env = { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" };

  const yamlHost = await kept(`pulumi-language-yaml-v${yamlVersion}`, async (root) => {
    const module = `github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml@v${yamlVersion}`;
    await runToEnd("go", ["install", module], { cwd: root, env: { ...env, GOBIN: root }, seconds: 1800 });
  });
  const codegen = await kept(`codegen-v${CLI_VERSION}`, async (root) => {
    const cwd = path.join(root, "module");
    fs.cpSync(path.join(__dirname, "codegen"), cwd, { recursive: true });
    const go = (...args: string[]) => runToEnd("go", args, { cwd, env, seconds: 1800 });
    await go("mod", "init", "example.com/codegen");
    await go("get", `github.com/pulumi/pulumi/pkg/v3@v${CLI_VERSION}`);
    await go("build", "-trimpath", "-o", path.join(root, "codegen"), ".");
    fs.rmSync(cwd, { recursive: true });
  });
  const python = await kept(`python-pulumi-v${pythonSdk}`, async (root) => {
    // A virtual environment holds its own path: what it installs goes into a folder instead.
    const packages = [`pulumi==${pythonSdk}`, "parver", "semver"];
    await runToEnd("python3", ["-m", "pip", "install", "--quiet", "--target", root, ...packages], {
      cwd: root,
      seconds: 600,
    });
  });
  return { yamlHost, codegen: path.join(codegen, "codegen"), python };
}
