import { type Node, Scalar, YAMLSeq } from "yaml";
import { isObject } from "../../../client/is-object";
import { mapOf } from "./map-of";
import { escaped, expressionScalar, textScalar } from "./scalar";

/**
 * The variable in front of keys that would mean something else. Its value is the empty text. Pulumi does not check the
 * type of an object with such a key.
 */
export const plainKey = "plainKey";

/** Keys that Pulumi takes for a function, and the one that YAML takes for a merge, even in quotes. */
const meansSomething = /^(?:fn::|<<$)/i;

/** Any JSON value as YAML that Pulumi reads as the same. @param isKnown which keys its type has, at the top */
export function literalNode(value: unknown, isKnown: (key: string, value: unknown) => boolean = () => true): Node {
  if (typeof value === "string") return textScalar(value);
  if (Array.isArray(value)) {
    const list = new YAMLSeq<Node>();
    list.items = value.map((item) => literalNode(item, isKnown));
    list.flow = value.length === 0;
    return list;
  }
  if (!isObject(value)) return new Scalar(value);
  return mapOf(
    Object.entries(value).map(([key, inner]) => [
      meansSomething.test(key) || !isKnown(key, inner) ? expressionScalar(`\${${plainKey}}${escaped(key)}`) : key,
      literalNode(inner),
    ]),
  );
}
