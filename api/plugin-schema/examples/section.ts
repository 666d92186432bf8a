import { csharp } from "./languages/csharp";
import { go } from "./languages/go";
import { java } from "./languages/java";
import { type Language } from "./languages/language";
import { python } from "./languages/python";
import { typescript } from "./languages/typescript";
import { yaml } from "./languages/yaml";

/** By the name of the fence that Pulumi's registry knows, in the order in which pages show them. */
const languages: Readonly<Record<string, Language>> = { typescript, python, go, csharp, java, yaml };

/** An example in every language, as the registry's pages take them. */
export function exampleSection(name: string, print: (language: Language) => string): string {
  const texts = Object.entries(languages).map(([fence, language]) => `\`\`\`${fence}\n${print(language)}\`\`\``);
  const example = ["{{% example %}}", `### ${name}`, "", texts.join("\n"), "{{% /example %}}"].join("\n");
  return `{{% examples %}}\n## Example Usage\n\n${example}\n{{% /examples %}}`;
}
