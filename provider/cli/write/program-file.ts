/** A file of the program. `keep`: one that is there already stays, and gets what it lacks. */
export interface ProgramFile {
  readonly path: string;
  readonly content: string;
  readonly secret?: boolean;
  readonly keep?: "as it is" | "add lines";
}

/** The name of the project, and the host and account of its objects. */
export interface ProjectFacts {
  readonly name: string;
  readonly origin: string | undefined;
  readonly accountId: string | undefined;
}
