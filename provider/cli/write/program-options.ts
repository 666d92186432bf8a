/** Languages in which programs are written. */
export const programLanguages = ["typescript", "yaml"] as const;

/** One of them. YAML is always for the native plugin. */
export type ProgramLanguage = (typeof programLanguages)[number];

/** How the program is written. */
export interface ProgramOptions {
  readonly language: ProgramLanguage;
  /** Resources refuse to be deleted until somebody takes the option away. */
  readonly protect: boolean;
  /** Where the organizations are copies: what their names begin with. */
  readonly prefix?: string;
  /** Of the native plugin. */
  readonly native?: boolean;
}
