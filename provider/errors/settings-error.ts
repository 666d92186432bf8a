/** A setting is missing or wrong: which, why, and the command that sets it. Never shows a key. */
export class SettingsError extends Error {
  constructor(name: string, problem: string, example: string) {
    const variable = `LUMENONE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    const secret = name === "apiKey" ? "--secret " : "";
    super(
      `lumenone:${name} ${problem}. Set it with \`pulumi config set ${secret}lumenone:${name} ${example}\`, ` +
        `or as ${variable} in the environment.`,
    );
    this.name = "SettingsError";
  }
}
