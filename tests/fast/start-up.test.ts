import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { childEnvironment, FAST_START } from "../support/child-environment";

/**
 * What is loaded before the first request, and why. Whoever adds to it adds a reason here, or loads it where it is needed.
 */
const root = path.resolve(__dirname, "../..");
const hook = path.resolve(__dirname, "../support/print-loaded.js");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-start-up-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const reasons = {
  "@commander-js/extra-typings": "types of the options; a wrapper around commander",
  commander: "parses the command line",
  "@grpc/grpc-js": "the protocol between engine and plugin",
  "@js-sdsl/ordered-map": "of @grpc/grpc-js",
  "@pulumi/pulumi": "the plugin: stubs of the protocol alone, not the SDK",
  "google-protobuf": "of these stubs",
  cli: "the command line, and its exit codes",
  "cli/commands": "each command's options and help; what it does is loaded when it is called",
  "cli/console": "shows messages",
  "cli/write": "options that import and clone share",
  client: "the settings are checked before anything is asked, and name the version",
  "client/contract": "the operations by their names; the contract itself is read with the first of them",
  "client/generated": "the contract",
  "client/log": "keeps secrets out of errors",
  "client/request": "what a request is made of; without the HTTP library",
  "client/response": "what a response is taken for",
  "client/send": "attempts, retries and limits; without the HTTP library",
  "compiled-code": "where compiled code is kept for the next start",
  definitions: "the kinds of resources",
  "definitions/document": "folders and documents that a workspace refers to",
  "definitions/number-request": "the kinds of resources",
  "definitions/organization": "the parent of most kinds",
  "definitions/voice": "the kinds of resources",
  "definitions/workspace": "the kinds of resources",
  "dynamic/host": "what Pulumi's host process calls",
  "dynamic/program": "what the classes of the program register",
  errors: "errors that a caller catches by class",
  functions: "data functions of the program",
  "functions/ask": "what data functions ask; the client is loaded with the first",
  "index.js": "the entry",
  "lifecycle/definition": "what a definition is, and what is checked by it",
  "lifecycle/engine": "how the engine writes files and unknown values",
  "lifecycle/errors": "errors of a step",
  "lifecycle/object": "how an object is recognised; hooks of definitions use it",
  "lifecycle/once": "creations that are sent once; hooks of definitions use it",
  "lifecycle/ownership": "one object has one resource",
  "lifecycle/process": "what steps of one process share",
  "lifecycle/state": "what a state holds",
  "lifecycle/steps": "check, diff, create, read, update, delete",
  plugin: "serves the protocol",
  "plugin/calls": "calls of the protocol",
  "plugin/wire": "values of the protocol",
  resources: "the classes of the program",
  tenant: "the class Tenant",
  "tenant/file": "tenants' files of the program; YAML is loaded with the first",
} as const;
type Loaded = keyof typeof reasons;

interface Start {
  readonly args: readonly string[];
  readonly when?: "output";
  readonly loads: readonly Loaded[];
}

/** Loads Pulumi's SDK first, as the process has done: what counts is what comes on top. */
const afterSdk = (load: string) =>
  `require("@pulumi/pulumi"); globalThis.loadedBefore = Object.keys(require.cache); ${load}`;

const lifecycle = [
  "lifecycle/definition",
  "lifecycle/engine",
  "lifecycle/errors",
  "lifecycle/object",
  "lifecycle/once",
  "lifecycle/ownership",
  "lifecycle/process",
  "lifecycle/state",
  "lifecycle/steps",
] as const;
const client = [
  "client",
  "client/contract",
  "client/generated",
  "client/log",
  "client/request",
  "client/response",
  "client/send",
] as const;

const starts: Readonly<Record<string, Start>> = {
  "Pulumi's host of dynamic providers, after a check": {
    args: ["-e", afterSdk(`void require("pulumi-lumenone/dynamic").handler("Workspace").check({}, {})`)],
    loads: [
      ...client,
      "definitions",
      "definitions/document",
      "definitions/organization",
      "definitions/workspace",
      "dynamic/host",
      "errors",
      ...lifecycle,
    ],
  },
  "the plugin, before it is bundled": {
    args: ["provider/dist/plugin/main.js", "127.0.0.1:1"],
    when: "output",
    loads: [
      "@grpc/grpc-js",
      "@js-sdsl/ordered-map",
      "@pulumi/pulumi",
      ...client.filter((part) => part !== "client/generated"),
      "definitions",
      "errors",
      "functions/ask",
      "google-protobuf",
      ...lifecycle,
      "plugin",
      "plugin/calls",
      "plugin/wire",
    ],
  },
  "the command, for its help": {
    args: ["provider/dist/cli/main.js", "--help"],
    loads: [
      "@commander-js/extra-typings",
      "cli",
      "cli/commands",
      "cli/console",
      "cli/write",
      "client",
      "commander",
      "compiled-code",
    ],
  },
  "a program that requires the package": {
    args: ["-e", afterSdk(`require("pulumi-lumenone")`)],
    loads: [
      "client",
      "client/contract",
      "client/log",
      "client/response",
      "definitions",
      "definitions/document",
      "definitions/number-request",
      "definitions/organization",
      "definitions/voice",
      "definitions/workspace",
      "dynamic/program",
      "errors",
      "functions",
      "functions/ask",
      "index.js",
      ...lifecycle,
      "resources",
      "tenant",
      "tenant/file",
    ],
  },
};

/** Returns the packages, and the folders of our own modules, that a process has loaded. */
function loadedBy({ args, when = "" }: Pick<Start, "args"> & { readonly when?: string }): string[] {
  const file = path.join(folder, "loaded.json");
  const variables = { LOADED_FILE: file, LOADED_WHEN: when, XDG_CACHE_HOME: folder };
  execFileSync(process.execPath, ["-r", hook, ...args], {
    cwd: root,
    env: { ...childEnvironment(), ...FAST_START, ...variables },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const files = JSON.parse(fs.readFileSync(file, "utf8")) as string[];
  const support = path.join(root, "tests", "support");
  return [...new Set(files.filter((each) => !each.startsWith(support)).map(partOf))].sort();
}

function partOf(file: string): string {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
  if (name !== undefined) return name.replace("\\", "/");
  const own = path.relative(path.join(root, "provider/dist"), file).split(path.sep);
  return own.slice(0, Math.max(1, Math.min(2, own.length - 1))).join("/");
}

test.each(Object.entries(starts))("%s loads the packages and parts that have a reason, and no other", (_, start) => {
  expect(loadedBy(start)).toEqual([...start.loads].sort());
});

test("the plugin that is installed requires no other file", () => {
  const args = ["provider/dist/bin/pulumi-resource-lumenone", "127.0.0.1:1"];
  expect(loadedBy({ args, when: "output" })).toEqual(["bin"]);
});

test("every reason is of something that is loaded", () => {
  const loaded = new Set(Object.values(starts).flatMap(({ loads }) => loads));
  expect(Object.keys(reasons).filter((name) => !loaded.has(name as Loaded))).toEqual([]);
});
