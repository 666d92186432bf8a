import { Option } from "@commander-js/extra-typings";
import { programLanguages } from "../write/program-options";

// Options of several commands. The value of an option that is not given is undefined.

export const json = new Option("--json", "one JSON value on standard output");

export const contract = new Option(
  "--contract <file>",
  "an OpenAPI Overlay that corrects the contract (default: lumenone:contract)",
);

/** The stack whose configuration has the settings. */
export const stack = new Option("--stack <name>", "the stack whose configuration has the settings");

export const allowOutside = new Option("--allow-outside", "files of a tenant may lie outside of the project's folder");

export const since = new Option(
  "--since <gitref>",
  "only tenants of which a file has changed since this branch left the reference",
);

export const yes = new Option("--yes", "does not ask, for pipelines");

export const native = new Option("--native", "a program of the native plugin (pulumi-lumenone/native)");

export const language = new Option("--language <name>", "of the program; YAML is always of the native plugin")
  .choices(programLanguages)
  .default("typescript" as const);
