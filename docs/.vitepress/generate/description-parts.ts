const titles: Readonly<Record<string, string>> = {
  typescript: "TypeScript",
  python: "Python",
  go: "Go",
  csharp: "C#",
  java: "Java",
  yaml: "YAML",
};

/** A description of the schema, in the parts of a page. */
export interface DescriptionParts {
  readonly words: string;
  /** The example in all languages, of which a reader sees one at a time. */
  readonly example: string;
  /** What follows the example, such as the import. */
  readonly more: string;
}

/** @throws when the description has no example */
export function descriptionParts(description: string): DescriptionParts {
  const [, words = "", examples = "", more = ""] =
    /^([^]*)\{\{% examples %\}\}([^]*)\{\{% \/examples %\}\}([^]*)$/.exec(description) ?? [];
  const blocks = [...examples.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  if (blocks.length === 0) throw new Error(`No example in: ${description}`);
  const titled = blocks.map(([, language = "", code = ""]) => `\`\`\`${language} [${titles[language]}]\n${code}\`\`\``);
  const example = `## Example\n\n::: code-group\n\n${titled.join("\n\n")}\n\n:::`;
  return { words: words.trim(), example, more: more.trim() };
}
