import { definitionOf } from "../../provider/definitions/registry";
import { type Field } from "../../provider/lifecycle/definition/fields";
import { ConfigSecret, type ExampleResource, type ExampleValue, File, Reference } from "./examples";

type Program = readonly ExampleResource[];
type Print = (program: Program) => string;

/** Printers by the name of the fence that Pulumi's registry knows. */
export const languages: Readonly<Record<string, Print>> = {
  typescript,
  python,
  go,
  csharp,
  java,
  yaml,
};

const quoted = (text: string) => JSON.stringify(text);
const title = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const fieldOf = (kind: string, name: string): Field | undefined => definitionOf(kind).fields[name];
const hasSecret = (program: Program) => program.some(({ args }) => Object.values(args).some(holdsSecret));

function holdsSecret(value: ExampleValue): boolean {
  if (value instanceof ConfigSecret) return true;
  return typeof value === "object" && Object.values(value).some((each) => holdsSecret(each as ExampleValue));
}

/** Whether a later resource of the program uses this one. */
function isUsed(program: Program, { variable }: ExampleResource): boolean {
  return program.some(({ args }) =>
    Object.values(args).some((value) => value instanceof Reference && value.variable === variable),
  );
}

/** How one language writes values. */
interface Writer {
  readonly text: (text: string) => string;
  readonly reference: (reference: Reference) => string;
  readonly secret: (secret: ConfigSecret) => string;
  readonly file: (file: File) => string;
  readonly list: (items: readonly string[]) => string;
  readonly object: (entries: readonly [key: string, value: string][]) => string;
  readonly scalar?: (value: number | boolean) => string;
}

function written(writer: Writer, value: ExampleValue): string {
  if (typeof value === "string") return writer.text(value);
  if (value instanceof Reference) return writer.reference(value);
  if (value instanceof ConfigSecret) return writer.secret(value);
  if (value instanceof File) return writer.file(value);
  if (typeof value !== "object") return writer.scalar?.(value) ?? String(value);
  if (Array.isArray(value)) return writer.list((value as readonly ExampleValue[]).map((item) => written(writer, item)));
  return writer.object(Object.entries(value).map(([key, inner]) => [key, written(writer, inner)]));
}

function typescript(program: Program): string {
  const writer: Writer = {
    text: quoted,
    reference: ({ variable }) => variable,
    secret: ({ key }) => `config.requireSecret(${quoted(key)})`,
    file: ({ path }) => quoted(path),
    list: (items) => `[${items.join(", ")}]`,
    object: (entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`,
  };
  const lines = program.map((resource) => {
    const args = Object.entries(resource.args).map(([name, value]) => `    ${name}: ${written(writer, value)},\n`);
    const left = isUsed(program, resource) ? `const ${resource.variable} = ` : "";
    return `${left}new lumenone.${resource.kind}(${quoted(resource.name)}, {\n${args.join("")}});\n`;
  });
  const config = hasSecret(program) ? 'import * as pulumi from "@pulumi/pulumi";\n' : "";
  const declared = hasSecret(program) ? "const config = new pulumi.Config();\n" : "";
  return `${config}import * as lumenone from "pulumi-lumenone/native";\n\n${declared}${lines.join("")}`;
}

function python(program: Program): string {
  const writer: Writer = {
    text: quoted,
    reference: ({ variable, output }) => `${snake(variable)}.${snake(output)}`,
    secret: ({ key }) => `config.require_secret(${quoted(key)})`,
    file: ({ path }) => `pulumi.FileAsset(${quoted(path)})`,
    list: (items) => `[${items.join(", ")}]`,
    object: (entries) => `{${entries.map(([key, value]) => `${quoted(key)}: ${value}`).join(", ")}}`,
    scalar: (value) => (typeof value === "boolean" ? (value ? "True" : "False") : String(value)),
  };
  const nested: Writer = {
    ...writer,
    object: (entries) => `{${entries.map(([key, value]) => `${quoted(snake(key))}: ${value}`).join(", ")}}`,
  };
  const lines = program.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(([field, value]) => {
      const isFree = fieldOf(kind, field)?.typeName?.startsWith("Record") === true;
      return `,\n    ${snake(field)}=${written(isFree ? writer : nested, value)}`;
    });
    return `${snake(variable)} = lumenone.${kind}(${quoted(name)}${given.join("")})\n`;
  });
  const declared = hasSecret(program) ? "config = pulumi.Config()\n" : "";
  return `import pulumi\nimport pulumi_lumenone as lumenone\n\n${declared}${lines.join("")}`;
}

function go(program: Program): string {
  const writer = (kind: string, field: Field | undefined): Writer => ({
    text: (text) =>
      field?.values
        ? `lumenone.${kind}${title(nameOf(kind, field))}(${quoted(text)})`
        : `pulumi.String(${quoted(text)})`,
    reference: ({ variable, output }) => `${variable}.${title(output)}`,
    secret: ({ key }) => `cfg.RequireSecret(${quoted(key)})`,
    file: ({ path }) => `pulumi.NewFileAsset(${quoted(path)})`,
    list: (items) => `pulumi.Array{${items.join(", ")}}`,
    object: (entries) =>
      field?.typeName?.startsWith("Record") === true
        ? `pulumi.Map{${entries.map(([key, value]) => `${quoted(key)}: ${value}`).join(", ")}}`
        : `&lumenone.${field?.typeName ?? ""}Args{${entries.map(([key, value]) => `${title(key)}: ${value}`).join(", ")}}`,
    scalar: (value) =>
      typeof value === "boolean"
        ? `pulumi.Bool(${value})`
        : field?.type === "integer"
          ? `pulumi.Int(${value})`
          : `pulumi.Float64(${value})`,
  });
  const lines = program.map((resource, index) => {
    const { kind, name, variable } = resource;
    const args = Object.entries(resource.args).map(
      ([field, value]) => `\t\t\t${title(field)}: ${written(writer(kind, fieldOf(kind, field)), value)},\n`,
    );
    const used = isUsed(program, resource);
    const left = used ? `${variable}, err :=` : index === 0 ? "_, err :=" : "_, err =";
    return `\t\t${left} lumenone.New${kind}(ctx, ${quoted(name)}, &lumenone.${kind}Args{\n${args.join("")}\t\t})\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n`;
  });
  const isSecret = hasSecret(program);
  const imports = [
    '\t"pulumi-lumenone/sdk/go/lumenone"\n\n',
    '\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n',
    ...(isSecret ? ['\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"\n'] : []),
  ];
  const declared = isSecret ? '\t\tcfg := config.New(ctx, "")\n' : "";
  return `package main\n\nimport (\n${imports.join("")})\n\nfunc main() {\n\tpulumi.Run(func(ctx *pulumi.Context) error {\n${declared}${lines.join("")}\t\treturn nil\n\t})\n}\n`;
}

function nameOf(kind: string, field: Field): string {
  return Object.entries(definitionOf(kind).fields).find(([, each]) => each === field)?.[0] ?? "";
}

function csharp(program: Program): string {
  const writer = (field: Field | undefined): Writer => ({
    text: quoted,
    reference: ({ variable, output }) => `${variable}.${title(output)}`,
    secret: ({ key }) => `config.RequireSecret(${quoted(key)})`,
    file: ({ path }) => `new FileAsset(${quoted(path)})`,
    list: (items) => `new[] { ${items.join(", ")} }`,
    object: (entries) =>
      field?.typeName?.startsWith("Record") === true
        ? `new InputMap<object> { ${entries.map(([key, value]) => `[${quoted(key)}] = ${value}`).join(", ")} }`
        : `new LumenOne.Inputs.${field?.typeName ?? ""}Args { ${entries.map(([key, value]) => `${title(key)} = ${value}`).join(", ")} }`,
  });
  const lines = program.map((resource) => {
    const args = Object.entries(resource.args).map(
      ([field, value]) => `        ${title(field)} = ${written(writer(fieldOf(resource.kind, field)), value)},\n`,
    );
    return `    var ${resource.variable} = new LumenOne.${resource.kind}(${quoted(resource.name)}, new()\n    {\n${args.join("")}    });\n`;
  });
  const declared = hasSecret(program) ? "    var config = new Config();\n" : "";
  return `using Pulumi;\nusing LumenOne = Pulumi.LumenOne;\n\nreturn await Deployment.RunAsync(() =>\n{\n${declared}${lines.join("")}});\n`;
}

function java(program: Program): string {
  const writer = (field: Field | undefined): Writer => ({
    text: quoted,
    reference: ({ variable, output }) => `${variable}.${output}()`,
    secret: ({ key }) => `ctx.config().requireSecret(${quoted(key)})`,
    file: ({ path }) => `new FileAsset(${quoted(path)})`,
    list: (items) => `List.of(${items.join(", ")})`,
    object: (entries) =>
      field?.typeName?.startsWith("Record") === true
        ? `Map.of(${entries.map(([key, value]) => `${quoted(key)}, ${value}`).join(", ")})`
        : `${field?.typeName ?? ""}Args.builder()${entries.map(([key, value]) => `.${key}(${value})`).join("")}.build()`,
  });
  const lines = program.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(
      ([field, value]) => `            .${field}(${written(writer(fieldOf(kind, field)), value)})\n`,
    );
    return `        var ${variable} = new ${kind}(${quoted(name)}, ${kind}Args.builder()\n${given.join("")}            .build());\n`;
  });
  return `import com.pulumi.Pulumi;\nimport com.pulumi.asset.FileAsset;\nimport com.pulumi.lumenone.*;\nimport com.pulumi.lumenone.inputs.*;\nimport java.util.*;\n\npublic class App {\n    public static void main(String[] args) {\n        Pulumi.run(ctx -> {\n${lines.map((line) => line.replace(/^/gm, "    ").trimEnd()).join("\n")}\n        });\n    }\n}\n`;
}

function yaml(program: Program): string {
  const writer: Writer = {
    text: quoted,
    reference: ({ variable, output }) => `\${${variable}.${output}}`,
    secret: ({ key }) => `\${${key}}`,
    file: ({ path }) => `{ fn::fileAsset: ${quoted(path)} }`,
    list: (items) => `[${items.join(", ")}]`,
    object: (entries) =>
      `{ ${entries.map(([key, value]) => `${key}: ${value.startsWith("$") ? quoted(value) : value}`).join(", ")} }`,
  };
  const lines = program.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(([field, value]) => `      ${field}: ${written(writer, value)}\n`);
    const named = name === variable ? "" : `    name: ${name}\n`;
    return `  ${variable}:\n    type: lumenone:${kind}\n${named}    properties:\n${given.join("")}`;
  });
  const config = hasSecret(program) ? "configuration:\n  crmToken: { type: string, secret: true }\n" : "";
  return `${config}resources:\n${lines.join("")}`;
}
