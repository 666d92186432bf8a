import { basename, dirname, extname, resolve } from "node:path";
import { type TenantArgs } from "../tenant-args";
import { tenantProblems } from "../tenant-problems";
import { Boundary, type Refusal } from "./boundary";
import { decodeText } from "./decode-text";
import { describeProblem } from "./describe-problem";
import { loadLayers } from "./load-layers";
import { projectFolder } from "../../client/contract/overlay/project-folder";
import { type Contract } from "../../client/contract/contract";
import { contractOfStack } from "./contract-of-stack";
import { schemaProblems } from "./schema-problems";
import { SecretReference } from "./secret-reference";
import { entryOf, type FileProblem, placeOf, type Sourced, type SourcedEntry, valueOf } from "./sourced";

/** What a tenant's file says. */
export interface TenantFile {
  readonly path: string;
  /** Of the file without its ending: the tenant's name. */
  readonly name: string;
  readonly stack: string;
  /** Its YAML could be read, and so its `stack`: where not, that is only the file's name. */
  readonly isRead: boolean;
  /** As `TenantArgs`, with references for secrets; empty where there are problems. */
  readonly args: Readonly<Record<string, unknown>>;
  /** What is wrong, in the order of the lines. */
  readonly problems: readonly FileProblem[];
  /** Every file that it is made of: itself, what it extends, texts and documents. */
  readonly files: readonly string[];
  /** Keys of the stack's configuration that it needs. */
  readonly secrets: readonly string[];
}

/** Keys of a tool's configuration that hold credentials, by their names. */
const credential =
  /(?:^|[_-])(?:token|secret|password|passwd|authorization|credentials?)$|api[_-]?key$|(?:Token|Secret|Password)$/i;
const configKey = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Never one that a command line would take for an option. */
const stackName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** How a tenant's file is read. */
export interface TenantFileOptions {
  /** The folder that every file lies in. Default: the nearest one with a Pulumi.yaml, else that of the file. */
  readonly project?: string;
  /** Files may lie elsewhere, too. Default: false. */
  readonly allowOutside?: boolean;
  /** The overlay of stacks that configure none. Default: `LUMENONE_CONTRACT`. */
  readonly contract?: string | undefined;
}

/** The name of a tenant's file. */
export const tenantName = (path: string): string => basename(path, extname(path));

/**
 * Reads a tenant's file with everything that it names. Needs no network and no Pulumi. What is wrong stands in `problems`.
 */
export function readTenantFile(path: string, { project, allowOutside, contract }: TenantFileOptions = {}): TenantFile {
  const file = resolve(path);
  const name = tenantName(file);
  const home = project ?? projectFolder(dirname(file)) ?? dirname(file);
  const boundary = new Boundary(home, allowOutside);
  const { tree, problems: wrong, files } = loadLayers(file, boundary);
  const isRead = wrong.length === 0;
  const reader = new Reader(wrong, files, boundary);
  let args: Record<string, unknown> = {};
  let stack = name;
  if (tree) {
    const own = entryOf(tree, "stack")?.value;
    if (own?.kind === "scalar" && typeof own.value === "string") stack = own.value;
    if (!stackName.test(stack)) {
      reader.problem(
        own ?? tree,
        `"${stack}" cannot be the name of a stack: use letters, digits, "_", "." and "-", a letter or a digit first, in \`stack:\` or in the file's name.`,
      );
    }
    args = reader.args(withoutDropped(tree), () => contractOfStack(home, stack, contract));
    if (reader.problems.length === 0 && Object.keys(args).length === 0) {
      reader.problem(tree, "this tenant has nothing at all: write `organization: {}` at least.");
    }
  }
  // A problem of an anchor is found again wherever the anchor is used.
  const problems = [...new Map(reader.problems.map((each) => [describeProblem(each), each])).values()].sort(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
  return {
    path: file,
    name,
    stack,
    isRead,
    args: problems.length > 0 ? {} : args,
    problems,
    files: [...new Set(reader.files)],
    secrets: [...reader.secrets].sort(),
  };
}

const sections = ["organization", "workspaces", "tools", "folders", "documents", "numbers"];

/** `false` leaves out a part of a base, and an empty value is a part without settings. */
function withoutDropped(tree: Sourced): Sourced {
  if (tree.kind !== "map") return tree;
  const entries = new Map(tree.entries);
  for (const section of sections) {
    const entry = entries.get(section);
    if (!entry) continue;
    const { key, value } = filled(entry);
    entries.set(section, { key, value });
    if (section === "organization" || value.kind !== "map") continue;
    const parts = [...value.entries].filter(([, part]) => part.value.kind !== "scalar" || part.value.value !== false);
    const kept = new Map(parts.map(([name, part]) => [name, filled(part)]));
    entries.set(section, { key, value: { ...value, entries: kept } });
  }
  return { ...tree, entries };
}

function filled({ key, value }: SourcedEntry): SourcedEntry {
  const isEmpty = value.kind === "scalar" && value.value === null;
  return { key, value: isEmpty ? { kind: "map", entries: new Map(), place: value.place } : value };
}

class Reader {
  readonly secrets = new Set<string>();

  constructor(
    readonly problems: FileProblem[],
    readonly files: string[],
    private readonly boundary: Boundary,
  ) {}

  problem({ place }: Pick<Sourced, "place">, message: string): void {
    this.problems.push({ ...place, message });
  }

  args(tree: Sourced, contract: () => Contract): Record<string, unknown> {
    this.problems.push(...schemaProblems(tree, contract));
    // The schema has just checked its shape.
    if (this.problems.length === 0) this.links(tree, valueOf(tree) as TenantArgs);
    const args: Record<string, unknown> = {};
    for (const section of sections) {
      const entry = entryOf(tree, section);
      if (entry) args[section] = this.value(entry.value, [section]);
    }
    return args;
  }

  private links(tree: Sourced, parts: TenantArgs): void {
    for (const { path, message } of tenantProblems(parts)) {
      this.problems.push({ ...placeOf(tree, path), message });
    }
    for (const [key, { voice }] of Object.entries(parts.workspaces ?? {})) {
      if (voice?.number === undefined || !("numberId" in voice)) continue;
      const place = placeOf(tree, ["workspaces", key, "voice", "number"]);
      this.problems.push({ ...place, message: "`number` and `numberId` both name the number: keep one of the two." });
    }
    for (const section of ["tools", "folders"]) this.names(section, entryOf(tree, section)?.value);
  }

  /** LumenOne has each name of a tool or a folder only once. */
  private names(section: string, parts: Sourced | undefined): void {
    const seen = new Map<unknown, string>();
    for (const [key, { value }] of parts?.kind === "map" ? parts.entries : []) {
      const own = entryOf(value, "name")?.value;
      const name = own?.kind === "scalar" ? own.value : key;
      const other = seen.get(name);
      if (other !== undefined) {
        const message = `${section}.${key} has the same name as ${section}.${other}, "${String(name)}": change one of them.`;
        this.problem(own ?? value, message);
      }
      seen.set(name, key);
    }
  }

  private value(node: Sourced, path: readonly string[]): unknown {
    const inConfig = path[0] === "tools" && path[2] === "config";
    if (node.kind === "list") return node.items.map((item, index) => this.value(item, [...path, String(index)]));
    if (node.kind === "map") {
      const [[key, entry] = []] = node.entries.size === 1 ? node.entries : [];
      if (entry && key === "secret") return this.secret(entry.value, inConfig && path.length === 3);
      const isField = path.length > (path[0] === "organization" ? 1 : 2);
      if (entry && key === "file" && isField && !inConfig) return this.text(entry.value);
      return Object.fromEntries(
        [...node.entries].map(([name, { value }]) => [name, this.value(value, [...path, name])]),
      );
    }
    if (path[0] === "documents" && path[2] === "source" && path.length === 3) return this.document(node);
    const name = path.at(-1) ?? "";
    if (inConfig && typeof node.value === "string" && credential.test(name)) {
      this.problem(
        node,
        `${path.join(".")} looks like a secret, which must not stand in a file: write \`${name}: { secret: KEY }\` and ` +
          "set it with `pulumi config set --secret KEY`.",
      );
    }
    return node.value;
  }

  private secret(node: Sourced, isObject: boolean): unknown {
    const key = node.kind === "scalar" ? node.value : undefined;
    if (typeof key === "string" && configKey.test(key)) {
      this.secrets.add(key);
      return new SecretReference(key, isObject);
    }
    this.problem(
      node,
      "secret takes the name of a value in the stack's configuration, letters, digits, _ and - only, never the value itself.",
    );
    return undefined;
  }

  /** A text of its own file, without the line break that ends it. */
  private text(node: Sourced): unknown {
    const path = this.named(node);
    if (path === undefined) return undefined;
    const bytes = this.boundary.read(path);
    if ("refusal" in bytes) return this.refuse(node, "a text", bytes);
    const text = decodeText(bytes);
    if (typeof text !== "string") {
      const { encoding, line, column } = text;
      return this.problem(
        node,
        `${shownPath(node)} is not UTF-8 (line ${line}, column ${column}: ${encoding}). Save it as UTF-8.`,
      );
    }
    if (text.trim() === "") return this.refuse(node, "a text", { refusal: "is empty" });
    return text.replace(/\r?\n$/, "");
  }

  private document(node: Sourced): unknown {
    const path = this.named(node);
    if (path === undefined) return undefined;
    const found = this.boundary.find(path);
    if ("refusal" in found) return this.refuse(node, "a document", found);
    return found.size > 0 ? path : this.refuse(node, "a document", { refusal: "is empty" });
  }

  private named(node: Sourced): string | undefined {
    if (node.kind !== "scalar" || typeof node.value !== "string") return undefined;
    const file = resolve(dirname(node.place.file), node.value);
    this.files.push(file);
    return file;
  }

  private refuse(node: Sourced, what: string, { refusal, isOutside }: Refusal): undefined {
    const hint = isOutside ? "" : " Paths begin at the folder of this file.";
    this.problem(node, `${shownPath(node)} is to be ${what}, and ${refusal}.${hint}`);
  }
}

const shownPath = (node: Sourced): string => (node.kind === "scalar" ? String(node.value) : "");
