import { type ExampleCall, type ExampleResources } from "../program";

/** How examples are written in one language. */
export interface Language {
  /** A whole program that creates resources. */
  readonly resources: (program: ExampleResources) => string;
  /** A whole program that calls a data function. */
  readonly call: (call: ExampleCall) => string;
}
