import { type ProgramPlan } from "./plan";
import { type ProgramFile, type ProjectFacts } from "./program-file";

/** The project's own words, whatever its language. */
export const description = "LumenOne organizations";

/** What the project configures for every stack: where its objects are. */
export function projectConfig({ origin, accountId }: ProjectFacts): Record<string, { readonly value: string }> {
  return {
    ...(origin === undefined ? {} : { "lumenone:baseUrl": { value: origin } }),
    ...(accountId === undefined ? {} : { "lumenone:accountId": { value: accountId } }),
  };
}

/** Keeps what holds secrets out of git. @param more what else stays out */
export function gitIgnore(more: readonly string[] = []): ProgramFile {
  return { path: ".gitignore", content: [...more, "import.json", "secrets/", ""].join("\n"), keep: "add lines" };
}

/** The texts of documents, to the byte: another content is another document. */
export function documentFiles({ documents }: ProgramPlan): ProgramFile[] {
  if (documents.size === 0) return [];
  return [
    // Git must not turn line breaks into others.
    { path: ".gitattributes", content: "documents/** -text\n", keep: "add lines" },
    ...[...documents].map(([path, content]) => ({ path, content })),
  ];
}
