import * as fs from "node:fs";
import * as path from "node:path";

/** The example of a resource or of a data function, as the plugin's schema shows it in every language. */
export interface SchemaExample {
  readonly name: string;
  /** The program by the name of its fence: `typescript`, `python`, `go`, `csharp`, `java`, `yaml`. */
  readonly programs: Readonly<Record<string, string>>;
}

type Described = Readonly<Record<string, { readonly description: string }>>;

const file = path.resolve(__dirname, "../../../provider/schema/schema.json");

/** Read from the schema, so that what a test checks is what people see. */
export function schemaExamples(part: "resources" | "functions"): SchemaExample[] {
  const schema = JSON.parse(fs.readFileSync(file, "utf8")) as Record<typeof part, Described>;
  return Object.entries(schema[part]).map(([token, { description }]) => ({
    name: token.split(":").at(-1) ?? "",
    programs: Object.fromEntries(
      [...examplesOf(description).matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, fence = "", code = ""]) => [
        fence,
        code,
      ]),
    ),
  }));
}

/** The import after the examples has a fence, too. */
const examplesOf = (description: string) =>
  /\{\{% examples %\}\}([^]*)\{\{% \/examples %\}\}/.exec(description)?.[1] ?? "";
