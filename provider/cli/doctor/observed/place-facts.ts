import { type Fact } from "../../docs/compare/fact";
import { type OurOperation } from "../../docs/contract/our-operation";
import { type Verdict } from "../verdict";
import { observedMark } from "./observed-mark";

/** Method and path of an operation that was found elsewhere. */
export function placeFacts({ at, method, path }: OurOperation, { suggestion, isFound }: Verdict): Fact[] {
  if (!suggestion || isFound !== true) return [];
  const fact = (name: "method" | "path", ours: string, docs: string): Fact => ({
    fact: name,
    ours,
    docs,
    verdict: ours === docs ? "same" : "differs",
    about: { target: at, locals: [], update: { [`x-wire-${name}`]: docs, ...observedMark } },
  });
  return [fact("method", method, suggestion.method.toLowerCase()), fact("path", path, suggestion.path)];
}
