import { type FoundSettings } from "../settings/read-settings";

/** Languages in which programs are written. */
export const programLanguages = ["typescript", "yaml"] as const;

/** How a program is written. */
export interface ProgramOptions {
  readonly folder: string;
  /** Of the project. */
  readonly name: string;
  readonly language: (typeof programLanguages)[number];
  /** Of the native plugin. YAML always is. */
  readonly native: boolean;
  /** Resources refuse to be deleted until somebody takes the option away. */
  readonly protect: boolean;
  /** Where the organizations are copies: what their names begin with. */
  readonly prefix?: string;
  /** Where its objects are, and what the stack has configured. */
  readonly found: FoundSettings;
}
