// Makes the native plugin a folder of two files that need Node and nothing else: `provider/dist/bin/pulumi-resource-lumenone`, which
// Pulumi starts, and `plugin.js`, which it loads. And one file of what takes long to load from many.
const { buildSync } = require("esbuild");
const { chmodSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const provider = join(__dirname, "../provider");
const executable = join(provider, "dist/bin/pulumi-resource-lumenone");

const bundle = (entry, outfile, options) =>
  buildSync({
    entryPoints: [join(provider, "dist", entry)],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    // Names stay, for stacks that can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "eof",
    logLevel: "warning",
    ...options,
  });
const yaml = "client/contract/overlay/parse-yaml.js";
bundle(yaml, join(provider, "dist", yaml), { allowOverwrite: true });
bundle("plugin/start.js", executable);
bundle("plugin/main.js", join(provider, "dist/bin/plugin.js"));
// The same for a process that engines attach to: a worker of a fleet.
bundle("plugin/attached/serve-attached.js", join(provider, "dist/attached/serve-attached.js"));
chmodSync(executable, 0o755);
// How Windows starts it.
writeFileSync(`${executable}.cmd`, '@node "%~dp0pulumi-resource-lumenone" %*\r\n');
