import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { isBuiltin } from "node:module";
import * as path from "node:path";
import lock from "../../package-lock.json";
import { files as filesWithRepository, repositoryFields, repositoryUrl } from "../../packaging/repository";
import provider from "../../provider/package.json";
import simulator from "../../simulator/package.json";

/** What whoever installs our packages, or works on them, has to trust. */
const root = path.resolve(__dirname, "../..");
const locked = Object.entries(lock.packages as Record<string, Locked>);

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly files: readonly string[];
  readonly license: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly publishConfig: object;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const published: readonly [folder: string, manifest: Manifest][] = [
  ["provider", provider],
  ["simulator", simulator],
];

describe("the lockfile", () => {
  test("names no registry: everybody installs from their own", () => {
    const elsewhere = locked.filter(([, { resolved, link }]) => resolved !== undefined && !link);
    expect(elsewhere.map(([name, { resolved }]) => `${name}: ${resolved}`)).toEqual([]);
  });

  test("pins the content of every package", () => {
    const isOurs = (name: string, { link }: Locked) => link || !name.includes("node_modules/");
    const loose = locked.filter(([name, entry]) => !isOurs(name, entry) && !entry.integrity && !entry.inBundle);
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  test("has no package with an install script that is not known", () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    const known = [
      // Of Pulumi's SDK. Its script only warns of version ranges.
      "node_modules/protobufjs",
      // Of jest. The first is for macOS alone, the second compiles only where `npm_config_build_from_source` is set.
      "node_modules/fsevents",
      "node_modules/@parcel/watcher",
      "node_modules/esbuild",
    ];
    const ours = published.map(([folder]) => folder);
    expect(scripted.filter((name) => ![...known, ...ours].includes(name))).toEqual([]);
  });
});

test("the address of the repository stands only where `npm run repository` sets it", () => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const named = listed
    .toString()
    .split("\n")
    .filter((name) => fs.existsSync(path.join(root, name)) && fs.statSync(path.join(root, name)).isFile())
    .filter((name) => fs.readFileSync(path.join(root, name), "utf8").includes(repositoryUrl()));
  expect(named.sort()).toEqual([...filesWithRepository].sort());
});

describe.each(published)("%s", (folder, manifest) => {
  test("runs nothing when it is installed", () => {
    // `prepare` runs before packing, and in a checkout: not where the package is installed from a registry.
    const atInstall = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
    // `prepack` runs before packing alone: see packaging/prepack.ts.
    expect(Object.keys(manifest.scripts)).toEqual(["prepare", "prepack"]);
  });

  test("contains its licence, and has npm show where it was built", () => {
    expect(manifest.license).toBe("Apache-2.0");
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
  });

  test("names the repository that the root's package.json sets, its author, and what it is found by", () => {
    expect(manifest).toMatchObject(repositoryFields(repositoryUrl(), folder));
    expect(manifest.author).toMatch(/\w/);
    expect(manifest.keywords).toContain("lumenone");
  });

  test("has a readme whose links work outside of the repository", () => {
    const text = fs.readFileSync(path.join(root, folder, "README.md"), "utf8");
    const links = [...text.matchAll(/\]\(([^)]+)\)|^\[[^\]]+\]: (.+)$/gm)].map(
      ([, inline, below]) => inline ?? below ?? "",
    );
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    const own = links.filter((link) => link.startsWith(`${repositoryUrl()}/`));
    expect(own.length).toBeGreaterThan(1);
    for (const link of own) {
      const [, file = ""] = /\/(?:blob|tree|raw)\/main\/([^#]+)/.exec(link) ?? [];
      expect([link, fs.existsSync(path.join(root, file || "missing"))]).toEqual([link, true]);
    }
  });

  test("says which files it consists of", () => {
    expect(manifest.files).toContain("dist");
  });

  test("requires nothing that it does not declare", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    // The plugin is published as one file, which holds what it needs.
    const files = sources(path.join(root, folder)).filter(
      (file) => !file.startsWith(path.join(root, folder, "plugin")),
    );
    const required = new Set(files.flatMap((file) => packagesOf(file)));
    expect([...required].filter((name) => !declared.includes(name) && name !== manifest.name)).toEqual([]);
  });

  test("has a reason in docs/dependencies.md for each dependency", () => {
    const text = fs.readFileSync(path.join(root, "docs", "dependencies.md"), "utf8");
    const start = text.indexOf(`\n## ${manifest.name}\n`);
    expect(start).toBeGreaterThan(-1);
    // What was looked at and not taken comes below, with headings of its own.
    const [section = ""] = text.slice(start + 1).split(/\n##/);
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))
      expect(section).toMatch(new RegExp(`^\\| \`${name}\`.*\\|.*\\w.*\\|`, "m"));
  });
});

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "tests"].includes(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? sources(file) : entry.name.endsWith(".ts") ? [file] : [];
  });
}

/** Packages whose code a file loads when it runs; types alone are erased. */
function packagesOf(file: string): string[] {
  const text = fs.readFileSync(file, "utf8").replace(/^\s*\*.*$|\/\/.*$/gm, "");
  const loads =
    /^(?:import|export) (?!type\b)[^;]*?from "([^."][^"]*)"|\brequire\("([^."][^"]*)"\)|^import "([^."][^"]*)"/gm;
  return [...text.matchAll(loads)].flatMap(([whole, from, required, bare]) => {
    const name = from ?? required ?? bare ?? "";
    const onlyTypes = /^(?:import|export) \{(?:\s*type \w+(?: as \w+)?,?)+\s*\}/.test(whole);
    if (onlyTypes || isBuiltin(name)) return [];
    return name
      .split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/");
  });
}
