import { type Field } from "../../../../provider/lifecycle/definition/fields";
import { type ExampleCall, type ExampleResources, secretKeys } from "../program";
import { type Language } from "./language";
import { fieldOf, isFree, quoted, title, type Writer, written } from "./writer";

const writer = (field?: Field): Writer => ({
  text: quoted,
  reference: ({ variable, output }) => `${variable}.${title(output)}`,
  secret: ({ key }) => `config.RequireSecret(${quoted(key)})`,
  file: ({ path }) => `new FileAsset(${quoted(path)})`,
  list: (items) => `new[] { ${items.join(", ")} }`,
  object: (entries) =>
    isFree(field)
      ? `new InputMap<object> { ${entries.map(([key, value]) => `[${quoted(key)}] = ${value}`).join(", ")} }`
      : `new LumenOne.Inputs.${field?.typeName ?? ""}Args { ${entries.map(([key, value]) => `${title(key)} = ${value}`).join(", ")} }`,
});

const program = (body: string) =>
  `using Pulumi;\nusing LumenOne = Pulumi.LumenOne;\n\nreturn await Deployment.RunAsync(() =>\n{\n${body}});\n`;

function resources(all: ExampleResources): string {
  const lines = all.map(({ kind, name, variable, args }) => {
    const given = Object.entries(args).map(
      ([field, value]) => `        ${title(field)} = ${written(writer(fieldOf(kind, field)), value)},\n`,
    );
    return `    var ${variable} = new LumenOne.${kind}(${quoted(name)}, new()\n    {\n${given.join("")}    });\n`;
  });
  const declared = secretKeys(all).length > 0 ? "    var config = new Config();\n" : "";
  return program(`${declared}${lines.join("")}`);
}

function call({ function: name, args, outputs }: ExampleCall): string {
  const given = Object.entries(args).map(([arg, value]) => `        ${title(arg)} = ${written(writer(), value)},\n`);
  const braces = given.length === 0 ? "" : `new()\n    {\n${given.join("")}    }`;
  const exported = outputs.map(
    (output) => `        [${quoted(output)}] = result.Apply(each => each.${title(output)}),\n`,
  );
  return `using System.Collections.Generic;\n${program(
    `    var result = LumenOne.${title(name)}.Invoke(${braces});\n    return new Dictionary<string, object?>\n    {\n${exported.join("")}    };\n`,
  )}`;
}

/** Programs with the SDK that Pulumi makes of the schema. */
export const csharp: Language = { resources, call };
