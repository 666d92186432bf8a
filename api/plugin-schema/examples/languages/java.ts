import { type Field } from "../../../../provider/lifecycle/definition/fields";
import { type ExampleCall, type ExampleResources, hasFile } from "../program";
import { type Language } from "./language";
import { fieldOf, isFree, quoted, title, type Writer, written } from "./writer";

const writer = (field?: Field): Writer => ({
  text: quoted,
  reference: ({ variable, output }) => `${variable}.${output}()`,
  secret: ({ key }) => `ctx.config().requireSecret(${quoted(key)})`,
  file: ({ path }) => `new FileAsset(${quoted(path)})`,
  list: (items) => `List.of(${items.join(", ")})`,
  object: (entries) =>
    isFree(field)
      ? `Map.of(${entries.map(([key, value]) => `${quoted(key)}, ${value}`).join(", ")})`
      : `${field?.typeName ?? ""}Args.builder()${entries.map(([key, value]) => `.${key}(${value})`).join("")}.build()`,
});

function program(body: readonly string[], more: readonly string[]): string {
  const imports = ["com.pulumi.Pulumi", ...more].map((name) => `import ${name};\n`);
  return `${imports.join("")}\npublic class App {\n    public static void main(String[] args) {\n        Pulumi.run(ctx -> {\n${body.join("")}        });\n    }\n}\n`;
}

function resources(all: ExampleResources): string {
  const lines = all.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(
      ([field, value]) => `                .${field}(${written(writer(fieldOf(kind, field)), value)})\n`,
    );
    return `            var ${variable} = new ${kind}(${quoted(name)}, ${kind}Args.builder()\n${given.join("")}                .build());\n`;
  });
  const file = hasFile(all) ? ["com.pulumi.asset.FileAsset"] : [];
  return program(lines, [...file, "com.pulumi.lumenone.*", "com.pulumi.lumenone.inputs.*", "java.util.*"]);
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const given = Object.entries(args).map(([arg, value]) => `                .${arg}(${written(writer(), value)})\n`);
  const builder = given.length === 0 ? "" : `${title(name)}Args.builder()\n${given.join("")}                .build()`;
  const exported = outputs.map(
    (output) => `            ctx.export(${quoted(output)}, result.applyValue(each -> each.${output}()));\n`,
  );
  const lines = [`            var result = LumenoneFunctions.${name}(${builder});\n`, ...exported];
  return program(lines, [
    "com.pulumi.lumenone.LumenoneFunctions",
    ...(given.length === 0 ? [] : [`com.pulumi.lumenone.inputs.${title(name)}Args`]),
  ]);
}

/** Programs with the SDK that Pulumi makes of the schema. */
export const java: Language = { resources, call };
