import { variableOf } from "../client/settings-table";

/**
 * A setting is missing or wrong: the message names the setting, the problem, and the command that sets it. It never shows
 * a key. Thrown before any request.
 */
export class SettingsError extends Error {
  constructor(
    /** Its name without `lumenone:`. */
    readonly setting: string,
    problem: string,
    example: string,
  ) {
    super(`lumenone:${setting} ${problem}. ${remedy(setting, example)}`);
    this.name = "SettingsError";
  }
}

function remedy(setting: string, example: string): string {
  const command = `pulumi config set ${setting === "apiKey" ? "--secret " : ""}lumenone:${setting} ${example}`;
  const variable = variableOf(setting);
  if (variable === undefined) return `Set it with \`${command}\`.`;
  return `Set it with \`${command}\`, or as ${variable} in the environment.`;
}
