/**
 * Derives every generated file from `api/openapi.yaml` and the definitions: `npm run generate`, or `npm run generate -- --check` to only
 * name the stale ones. `npm run generate -- --overlay FILE` first puts the corrections of an overlay into `api/openapi.yaml`.
 *
 * They are committed, so that neither users nor the build need the generator; a test fails when one is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { foldOverlay } from "./fold-overlay";
import { kinds } from "../provider/definitions/registry";
import { pluginSchema } from "./plugin-schema/plugin-schema";
import { type Json } from "./json";
import { resourceClass } from "./resource-class";
import { configurationPage, providerArgs } from "./settings";
import { tenantSchema } from "./tenant-schema";

const root = join(__dirname, "..");

/** The contract, as `api/openapi.yaml` has it. */
export function readContract(): Json {
  return parse(readFileSync(join(root, "api/openapi.yaml"), "utf8")) as Json;
}

/** The content of every generated file, by its path from the root. */
export async function generate(contract: Json): Promise<Record<string, string>> {
  return {
    "provider/client/generated/openapi.ts": await types(contract),
    "provider/client/generated/envelopes.ts": envelopes(contract),
    "provider/client/generated/contract.json": JSON.stringify(withoutProse(contract)) + "\n",
    "simulator/generated/contract.json": JSON.stringify(contract, undefined, 1) + "\n",
    "provider/schema/schema.json": pluginSchema(contract),
    "provider/schema/tenant.schema.json": tenantSchema(),
    ...(await resourceClasses()),
    "provider/dynamic/program/provider-args.ts": await formatted("provider-args.ts", providerArgs()),
    "docs/configuration.md": await formatted(
      "configuration.md",
      configurationPage(readFileSync(join(root, "docs/configuration.md"), "utf8")),
    ),
  };
}

async function resourceClasses(): Promise<Record<string, string>> {
  const files = kinds.map(async (kind) => {
    const { file, content } = resourceClass(kind);
    return [file, await formatted(file, content)];
  });
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
}

/** As `npm run format` would leave it. */
async function formatted(file: string, content: string): Promise<string> {
  const { format, resolveConfig } = await import("prettier");
  const filepath = join(root, file);
  return await format(content, { ...(await resolveConfig(filepath)), filepath });
}

const banner = "// Generated from api/openapi.yaml by `npm run generate`. Do not edit.\n\n";

/** The key under which each operation's response stands, as a type. */
function envelopes(contract: Json): string {
  const paths = Object.values(contract["paths"] as Record<string, Record<string, Json>>);
  const lines = paths.flatMap((methods) =>
    Object.values(methods).flatMap((operation) => {
      const [first] = (operation["x-envelope"] as string[] | undefined) ?? [];
      const key = (operation["x-envelope-name"] as string | undefined) ?? first;
      return key === undefined ? [] : [`  ${operation["operationId"] as string}: "${key}";`];
    }),
  );
  return `${banner}export interface Envelopes {\n${lines.join("\n")}\n}\n`;
}

async function types(contract: Json): Promise<string> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  // A default is what the server fills in: nobody has to send it, nor is it sure to come back.
  const nodes = await openapiTS(structuredClone(contract) as unknown as OpenAPI3, {
    defaultNonNullable: false,
    silent: true,
  });
  return banner + astToString(nodes);
}

/** The provider loads the contract at run time: what only people read stays out of it. */
export function withoutProse(node: unknown, isMapOfNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => isMapOfNames || !isProse(key, value));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutProse(value, !isMapOfNames && key === "properties")]),
  );
}

function isProse(key: string, value: unknown): boolean {
  // Those of the document describe the tags; an operation names its own.
  if (key === "tags") return Array.isArray(value) && value.some((tag) => typeof tag !== "string");
  return (key === "description" || key === "summary" || key === "example") && typeof value === "string";
}

/** Puts an overlay into the contract, and prints what it touches. */
async function fold(overlay: string): Promise<void> {
  const { format, resolveConfig } = await import("prettier");
  const file = join(root, "api/openapi.yaml");
  const { text, touched } = foldOverlay(readFileSync(file, "utf8"), resolve(overlay));
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "yaml" }));
  console.log(`api/openapi.yaml has the corrections of ${overlay}. Operations, and the definitions that use them:`);
  for (const line of touched) console.log(`  ${line}`);
}

async function main(check: boolean, overlay: string | undefined): Promise<void> {
  if (overlay !== undefined) await fold(overlay);
  for (const [path, content] of Object.entries(await generate(readContract()))) {
    const file = join(root, path);
    const isStale = !existsSync(file) || readFileSync(file, "utf8") !== content;
    if (check) {
      if (isStale) console.error(`stale: ${path}. Run: npm run generate`);
      process.exitCode ||= Number(isStale);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`${path}  ${(Buffer.byteLength(content) / 1024).toFixed(0)} KB`);
  }
}

if (require.main === module) {
  const { overlay, check = false } = parseArgs({
    options: { overlay: { type: "string" }, check: { type: "boolean" } },
  }).values;
  main(check, overlay).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
