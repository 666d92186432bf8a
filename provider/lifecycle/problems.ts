/** Collects everything that is wrong with one resource, so that it is told at once. */
export class Problems {
  readonly reasons: string[] = [];

  constructor(private readonly resource: string) {}

  /**
   * @param path the property, as `voice.model` or `fallbackVoices[1].voiceId`
   * @param reason what is wrong with it. Never holds the value of a secret.
   * @param remedy what to write instead
   */
  add(path: string, reason: string, remedy: string): void {
    this.reasons.push(`${path}: ${reason}. ${remedy} (${this.resource})`);
  }
}
