import { SourceError } from "./source-error";

/** Bytes that are read of one source, all its pages together. */
export const largestSource = 20 * 1024 * 1024;

/** Milliseconds that reading a source may take, all its pages together. */
export const longestRead = 60_000;

/** Bytes of one document in YAML or Markdown. A parser of YAML needs more than a hundred times the memory of its text. */
export const largestYaml = 4 * 1024 * 1024;

export const tooLarge = (source: string) =>
  new SourceError(
    source,
    "It is larger than 20 MB.",
    "Download the site's OpenAPI document (openapi.json) alone, and give that file.",
  );
