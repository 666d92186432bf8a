import { LineCounter, parseDocument } from "yaml";

/** A YAML file, and where its lines begin. */
export type ParsedYaml = ReturnType<typeof parseYaml>;

/** Built into one file together with the part of `yaml` that it needs, which loads in a third of the time of its 70 files. */
export function parseYaml(text: string) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}
