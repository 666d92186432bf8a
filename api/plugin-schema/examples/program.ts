/** A value in an example. */
export type ExampleValue =
  | string
  | number
  | boolean
  | readonly ExampleValue[]
  | { readonly [key: string]: ExampleValue }
  | Reference
  | ConfigSecret
  | File;

/** A resource of the same program. */
export class Reference {
  constructor(
    readonly variable: string,
    readonly output: string,
  ) {}
}
/** A secret of the stack's configuration. */
export class ConfigSecret {
  constructor(readonly key: string) {}
}
/** A file beside the program. */
export class File {
  constructor(readonly path: string) {}
}

type ExampleArgs = Readonly<Record<string, ExampleValue>>;

/** One resource of an example program. */
export interface ExampleResource {
  readonly variable: string;
  readonly kind: string;
  readonly name: string;
  readonly args: ExampleArgs;
}

/** The resources of an example program; later ones may refer to earlier ones. */
export type ExampleResources = readonly ExampleResource[];

/** An example program that calls a data function, and has properties of its result as outputs of the stack. */
export interface ExampleCall {
  readonly function: string;
  readonly args: ExampleArgs;
  readonly outputs: readonly string[];
}

/** Whether a later resource of the program uses this one. */
export function isUsed(program: ExampleResources, { variable }: ExampleResource): boolean {
  return program.some(({ args }) =>
    Object.values(args).some((value) => value instanceof Reference && value.variable === variable),
  );
}

/** The keys of the stack's configuration that hold a program's secrets. */
export function secretKeys(program: ExampleResources): string[] {
  const keysIn = (value: ExampleValue): string[] => {
    if (value instanceof ConfigSecret) return [value.key];
    return typeof value === "object" ? Object.values(value).flatMap((each) => keysIn(each as ExampleValue)) : [];
  };
  return [...new Set(program.flatMap(({ args }) => Object.values(args).flatMap(keysIn)))];
}

/** Whether a program uploads a file. */
export function hasFile(program: ExampleResources): boolean {
  return program.some(({ args }) => Object.values(args).some((value) => value instanceof File));
}
