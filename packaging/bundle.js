// Makes the native plugin one file, `provider/dist/bin/pulumi-resource-lumenone`, that needs Node and nothing else; and one file
// of what takes long to load from many.
const { buildSync } = require("esbuild");
const { chmodSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const provider = join(__dirname, "../provider");
const outfile = join(provider, "dist/bin/pulumi-resource-lumenone");

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
bundle("plugin/main.js", outfile);
// The same for a process that engines attach to: a worker of a fleet.
bundle("plugin/attached/serve-attached.js", join(provider, "dist/bin/serve-attached.js"));
chmodSync(outfile, 0o755);
// How Windows starts it.
writeFileSync(`${outfile}.cmd`, '@node "%~dp0pulumi-resource-lumenone" %*\r\n');
