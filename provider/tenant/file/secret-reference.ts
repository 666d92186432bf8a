/** A value that only the stack's configuration holds. */
export class SecretReference {
  constructor(
    readonly key: string,
    /** Whether the configuration holds JSON, and not a text. */
    readonly isObject: boolean,
  ) {}
}
