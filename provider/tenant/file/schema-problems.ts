import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { type Contract } from "../../client/contract/contract";
import { correctedLimits } from "../../client/contract/value-limits";
import { definitionOf } from "../../definitions/registry";
import { type FileProblem, placeOf, type Sourced, valueOf } from "./sourced";

let validate: ValidateFunction | undefined;

/** The kinds of what stands in the sections of a tenant. */
const kinds: Readonly<Record<string, string>> = {
  organization: "Organization",
  workspaces: "Workspace",
  tools: "OrganizationTool",
  folders: "Folder",
  documents: "Document",
  numbers: "NumberRequest",
};

/**
 * Where a tree differs from the schema of tenants.
 * @param contract what it is read for: asked only where a value is not as the schema has it, which knows the released contract alone
 */
export function schemaProblems(tree: Sourced, contract: () => Contract): FileProblem[] {
  // The schema that editors use, too.
  validate ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile(
    require("pulumi-lumenone/tenant.schema.json") as object,
  );
  if (validate(valueOf(tree))) return [];
  return (validate.errors ?? []).flatMap((error): FileProblem[] => {
    // These only say that another error is inside of them.
    if (error.keyword === "if" || error.propertyName !== undefined) return [];
    const path = error.instancePath
      .split("/")
      .slice(1)
      .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
    if (isCorrected(error, path, contract)) return [];
    const parameters = error.params as Record<string, string | undefined>;
    const key = parameters["additionalProperty"] ?? parameters["propertyName"];
    const place = placeOf(tree, key === undefined ? path : [...path, key]);
    return [{ ...place, message: says(error, path) }];
  });
}

/** Whether the contract has been corrected so that it allows this value. */
function isCorrected({ keyword, data }: ErrorObject, path: readonly string[], contract: () => Contract): boolean {
  if (!["enum", "minimum", "maximum", "maxLength"].includes(keyword)) return false;
  const [section = ""] = path;
  const kind = kinds[section];
  const [field, ...inner] = path.slice(section === "organization" ? 1 : 2);
  if (kind === undefined || field === undefined || inner.length > 0) return false;
  const limits = correctedLimits(contract(), definitionOf(kind).operations.create, field);
  if (keyword === "enum") return "values" in limits && (limits.values?.includes(String(data)) ?? true);
  if (!(keyword in limits)) return false;
  const limit = limits[keyword as "minimum" | "maximum" | "maxLength"];
  if (limit === undefined) return true;
  const size = keyword === "maxLength" ? String(data).length : Number(data);
  return keyword === "minimum" ? size >= limit : size <= limit;
}

function says({ keyword, params, parentSchema, data }: ErrorObject, path: readonly string[]): string {
  const parameters = params as Record<string, unknown>;
  const schema = (parentSchema ?? {}) as Record<string, unknown> & { "x-says"?: string };
  const what = path.join(".") || "a tenant";
  const known = Object.entries((schema["properties"] ?? {}) as Record<string, unknown>)
    .filter(([, each]) => each !== false)
    .map(([name]) => name);
  switch (keyword) {
    case "additionalProperties": {
      const given = String(parameters["additionalProperty"]);
      const same = known.find((name) => name.toLowerCase() === given.toLowerCase());
      const remedy = same === undefined ? `Known are ${known.join(", ")}` : `Did you mean ${same}?`;
      return `${what} has no "${given}". ${remedy}${remedy.endsWith("?") ? "" : "."}`;
    }
    case "required":
      return `${what} lacks "${String(parameters["missingProperty"])}": add it.`;
    case "type":
      return `${what} must be ${typeWords(parameters["type"])}, and is ${shown(data)}.`;
    case "enum":
      return `${what} is ${shown(data)}: use one of ${(parameters["allowedValues"] as unknown[]).join(", ")}.`;
    case "const":
      return `${what} is ${shown(data)}: only \`false\` may stand here, which leaves out what a base has.`;
    case "propertyNames":
      return `"${String(parameters["propertyName"])}" cannot be a key: use letters, digits, "_", "." and "-" only.`;
    case "pattern":
      return `${what} is ${shown(data)}: it ${schema["x-says"] ?? `must match ${String(parameters["pattern"])}`}.`;
    case "minimum":
      return `${what} is ${shown(data)}: the least is ${String(parameters["limit"])}.`;
    case "maximum":
      return `${what} is ${shown(data)}: the most is ${String(parameters["limit"])}.`;
    case "maxLength":
      return `${what} has ${String(data).length} characters: at most ${String(parameters["limit"])} may be.`;
    case "minLength":
      return `${what} is empty: write something, or leave it out.`;
    case "false schema":
      return `${what} cannot be set here: leave it out.`;
    case "minProperties":
    case "maxProperties":
      return `${what} takes either a text, \`file: PATH\` or \`secret: KEY\`, one of them.`;
    default:
      return `${what} ${keyword}: see the schema.`;
  }
}

function typeWords(types: unknown): string {
  const words: Record<string, string> = {
    string: "text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
    object: "a map",
    array: "a list",
    null: "null",
  };
  return [types]
    .flat()
    .map((type) => words[String(type)] ?? String(type))
    .join(" or ");
}

/** Short, and never the inside of a map: it may hold what nobody should see. */
function shown(data: unknown): string {
  if (Array.isArray(data)) return "a list";
  if (typeof data === "object" && data !== null) return "a map";
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
