import * as path from "node:path";

/** What stands beside the `pulumi` executable of an official installation, as far as Node programs need it. */
export const PLUGIN_SCRIPTS = {
  /** Runs a program of `runtime: nodejs`; a stand-in for the official one, whose Go module is not published. */
  languageHost: path.resolve(__dirname, "../language-host/pulumi-language-nodejs"),
  /** Starts the dynamic-provider process of the program's `@pulumi/pulumi`. */
  resourceHost: path.join(
    path.dirname(require.resolve("@pulumi/pulumi/package.json")),
    "pulumi-resource-pulumi-nodejs",
  ),
} as const;
