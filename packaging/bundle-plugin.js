// Makes the native plugin one file, `provider/dist/bin/pulumi-resource-lumenone`, that needs Node and nothing else.
const { buildSync } = require("esbuild");
const { chmodSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const provider = join(__dirname, "../provider");
const outfile = join(provider, "dist/bin/pulumi-resource-lumenone");

buildSync({
  entryPoints: [join(provider, "dist/plugin/main.js")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  // Names stay, for stacks that can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "eof",
  logLevel: "warning",
});
chmodSync(outfile, 0o755);
// How Windows starts it.
writeFileSync(`${outfile}.cmd`, '@node "%~dp0pulumi-resource-lumenone" %*\r\n');
