/** One thing that is wrong with a resource. */
export interface Problem {
  /** The property, as `voice.model` or `fallbackVoices[1].voiceId`. */
  readonly path: string;
  /** The whole message: the property, what is wrong, what to write instead, and the kind. */
  readonly message: string;
}

/**
 * Collects everything that is wrong with one resource, so that it is reported at once. A reason names the property and what
 * is wrong with it: its type, its length, what is allowed. It never holds the value, nor a part of it: any input may come
 * from a secret, and the host process does not know which. The allowed values may be shown: they are not the program's.
 */
export class Problems {
  readonly found: Problem[] = [];

  /** @param resource the kind. The engine shows the resource's logical name; its ids may be what is wrong. */
  constructor(private readonly resource: string) {}

  /**
   * @param path the property, as `voice.model` or `fallbackVoices[1].voiceId`
   * @param reason what is wrong with it, without the value
   * @param remedy what to write instead
   */
  add(path: string, reason: string, remedy: string): void {
    this.found.push({ path, message: `${path}: ${reason}. ${remedy} (${this.resource})` });
  }
}
