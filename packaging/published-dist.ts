import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import { type Manifest } from "./packages";

/**
 * Makes a package's `dist` fit to be packed.
 *
 * Outputs whose source was moved or removed go: `tsc -b` leaves them. Declarations that no entry of `exports` leads to are listed in
 * `dist/.npmignore`: npm does not pack them, and the type check of this repository still has them.
 */
export function publishDist(folder: string): void {
  const dist = path.join(folder, "dist");
  const outputs = fs
    .readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:m?js|d\.m?ts|json|map)$/.test(name));
  const stale = outputs.filter((name) => !sourcesOf(name).some((source) => fs.existsSync(path.join(folder, source))));
  for (const name of stale) fs.rmSync(path.join(dist, name));
  const reached = reachedDeclarations(folder);
  const internal = outputs.filter(
    (name) => /\.d\.m?ts$/.test(name) && !stale.includes(name) && !reached.has(path.join(dist, name)),
  );
  const lines = internal.map((name) => `/${name.split(path.sep).join("/")}\n`).sort();
  fs.writeFileSync(path.join(dist, ".npmignore"), lines.join(""));
}

/** Where an output can come from. Source maps are made no more: they have no source. */
function sourcesOf(output: string): string[] {
  if (output.endsWith(".json")) return [output];
  return [output.replace(/\.(m?)js$|\.d\.(m?)ts$/, ".$1$2ts")].filter((source) => source !== output);
}

/** The declarations that TypeScript reads for somebody who imports every entry. */
function reachedDeclarations(folder: string): Set<string> {
  const { exports } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const entries = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : [entry.types]));
  const program = ts.createProgram(
    entries.map((entry) => path.join(folder, entry)),
    { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, types: [], noLib: true },
  );
  return new Set(program.getSourceFiles().map(({ fileName }) => path.normalize(fileName)));
}
