/** Settings that the environment has too. */
const variables = ["apiKey", "baseUrl", "accountId", "adopt", "maxConcurrency", "requestsPerSecond", "contract"];

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
  if (!variables.includes(setting)) return `Set it with \`${command}\`.`;
  const variable = `LUMENONE_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  return `Set it with \`${command}\`, or as ${variable} in the environment.`;
}
