/** What is generated from the table of settings: the arguments of `Provider`, their schema, and the table in docs/configuration.md. */
import { type Setting, settingsTable } from "../provider/client/settings-table";

const settings: readonly (readonly [name: string, setting: Setting])[] = Object.entries(settingsTable);

/** With its default. */
function wordsOf({ doc, default: value }: Setting): string {
  return value === undefined ? doc : `${doc} Default: ${value}.`;
}

const types: Readonly<Record<Setting["type"], string>> = {
  string: "string",
  boolean: "boolean",
  integer: "number",
  number: "number",
  object: "Record<string, { method: string; path: string }>",
};

/** The TypeScript file of `ProviderArgs`. */
export function providerArgs(): string {
  const members = settings.map(([name, { type, doc }]) => `/** ${doc} */\n${name}?: pulumi.Input<${types[type]}>;\n`);
  return (
    "// Generated from provider/client/settings-table.ts by `npm run generate`. Do not edit.\n\n" +
    'import type * as pulumi from "@pulumi/pulumi";\n\n' +
    "/** How a `Provider` reaches LumenOne. What is not given comes from the configuration of the stack, and then from the environment. */\n" +
    `export interface ProviderArgs {\n${members.join("")}}\n`
  );
}

/** The settings as properties of the plugin's schema. */
export function settingsSchema(): Record<string, Record<string, unknown>> {
  const operations = { additionalProperties: { type: "object", additionalProperties: { type: "string" } } };
  return Object.fromEntries(
    settings.map(([name, setting]) => {
      const { type, secret } = setting;
      return [
        name,
        {
          // A number, as in 0.1.0's \`Provider\`: a text of the configuration becomes one.
          type: type === "integer" ? "number" : type,
          ...(type === "object" && operations),
          description: wordsOf(setting),
          ...(secret && { secret }),
        },
      ];
    }),
  );
}

const [begin, end] = ["<!-- The settings: generated -->", "<!-- End of the settings -->"];

/** docs/configuration.md with the table of today. @param page as it is */
export function configurationPage(page: string): string {
  const rows = settings.map(([name, setting]) => {
    const { secret, variable } = setting;
    const key = `\`lumenone:${name}\`${secret ? " (secret)" : ""}`;
    return `| ${key} | ${variable === undefined ? "" : `\`${variable}\``} | ${wordsOf(setting)} |`;
  });
  const table = ["| configuration | environment | meaning |", "| --- | --- | --- |", ...rows].join("\n");
  return `${page.slice(0, page.indexOf(begin))}${begin}\n\n${table}\n\n${page.slice(page.indexOf(end))}`;
}
