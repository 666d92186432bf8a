import { kinds } from "../../../../provider/definitions/registry";
import { type Field } from "../../../../provider/lifecycle/definition/fields";
import { type ExampleCall, type ExampleResources, isUsed, secretKeys } from "../program";
import { type Language } from "./language";
import { fieldOf, isFree, quoted, title, type Writer, written } from "./writer";

/** Of a field of a kind, or of an argument of a function, which has none. */
const writer = (kind: string, name: string, field?: Field): Writer => ({
  text: (text) =>
    field?.values ? `lumenone.${kind}${title(name)}(${quoted(text)})` : `pulumi.String(${quoted(text)})`,
  reference: ({ variable, output }) => `${variable}.${title(output)}`,
  secret: ({ key }) => `cfg.RequireSecret(${quoted(key)})`,
  file: ({ path }) => `pulumi.NewFileAsset(${quoted(path)})`,
  list: (items) => `pulumi.Array{${items.join(", ")}}`,
  object: (entries) =>
    isFree(field)
      ? `pulumi.Map{${entries.map(([key, value]) => `${quoted(key)}: ${value}`).join(", ")}}`
      : `&lumenone.${field?.typeName ?? ""}Args{${entries.map(([key, value]) => `${title(key)}: ${value}`).join(", ")}}`,
  scalar: (value) =>
    typeof value === "boolean"
      ? `pulumi.Bool(${value})`
      : field?.type === "integer"
        ? `pulumi.Int(${value})`
        : `pulumi.Float64(${value})`,
});

function program(body: string, hasSecret = false): string {
  const config = hasSecret ? '\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"\n' : "";
  const declared = hasSecret ? '\t\tcfg := config.New(ctx, "")\n' : "";
  return `package main

import (
	"pulumi-lumenone/sdk/go/lumenone"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
${config})

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
${declared}${body}		return nil
	})
}
`;
}

/** The lines of a struct, their values below each other as gofmt has them. */
function members(entries: readonly [name: string, value: string][]): string {
  const width = Math.max(...entries.map(([name]) => name.length)) + 2;
  return entries.map(([name, value]) => `\t\t\t${`${title(name)}:`.padEnd(width)}${value},\n`).join("");
}

function resources(all: ExampleResources): string {
  const lines = all.map((resource, index) => {
    const { kind, name, variable } = resource;
    const args = Object.entries(resource.args).map(([field, value]): [string, string] => [
      field,
      written(writer(kind, field, fieldOf(kind, field)), value),
    ]);
    const left = isUsed(all, resource) ? `${variable}, err :=` : index === 0 ? "_, err :=" : "_, err =";
    return `\t\t${left} lumenone.New${kind}(ctx, ${quoted(name)}, &lumenone.${kind}Args{\n${members(args)}\t\t})\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n`;
  });
  return program(lines.join(""), secretKeys(all).length > 0);
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const subject = name.replace(/^get/, "");
  // Pulumi's SDKs for Go have `LookupX` where a resource has the name `X`.
  const called = `lumenone.${kinds.includes(subject) ? "Lookup" : "Get"}${subject}Output`;
  const given = Object.entries(args).map(([arg, value]): [string, string] => [arg, written(writer(name, arg), value)]);
  const braces = given.length === 0 ? "{}" : `{\n${members(given)}\t\t}`;
  const exported = outputs.map((output) => `\t\tctx.Export(${quoted(output)}, result.${title(output)}())\n`);
  return program(`\t\tresult := ${called}(ctx, ${called}Args${braces})\n${exported.join("")}`);
}

/** Programs with the SDK that Pulumi makes of the schema. */
export const go: Language = { resources, call };
