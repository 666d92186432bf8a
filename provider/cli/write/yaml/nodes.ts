import { type Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isObject } from "../../../client/is-object";

/** Texts that no reader of YAML, 1.1 or 1.2, takes for anything but a text. */
const plain =
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)(?:\.\/)?\p{L}(?:[\p{L}\p{M}\p{Nd} _.,;!?()/'+-]|:(?=[^ ]))*(?<! )$/iu;

/** Several lines that a block keeps as they are: none begins or ends with what a reader may take for indentation. */
const block = /^(?=.*\n)(?:(?![ \t])[^\n]*(?<![ \t])(?:\n(?!$)|$))+$/su;

/** What Pulumi's reader refuses or takes for a line break, where it is not escaped. */
// eslint-disable-next-line no-control-regex -- control characters are what must be escaped.
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/**
 * The variable in front of keys that would mean something else. Its value is the empty text. Pulumi does not check the
 * type of an object with such a key.
 */
export const plainKey = "plainKey";

/** Keys that Pulumi takes for a function, and the one that YAML takes for a merge, even in quotes. */
const meansSomething = /^(?:fn::|<<$)/i;

/** A text as Pulumi YAML reads it: `$` before `$` and `{` stands twice. Half a surrogate pair is replaced. */
export function escaped(text: string): string {
  return text.replace(/\$(?=[${])/g, "$$$$").replace(/\p{Surrogate}/gu, "\ufffd");
}

/** A text, as it is where that can be nothing else, in a block where it has lines, else in double quotes. */
export function textScalar(text: string): Scalar {
  return written(escaped(text), true);
}

/** A key of a map. */
export function keyScalar(key: string): Scalar {
  return written(escaped(key), false);
}

/** An expression of Pulumi's, like `${acme.id}`. */
export function expressionScalar(expression: string): Scalar {
  const scalar = new Scalar(expression);
  scalar.type = /^\$\{[\w.-]+\}$/.test(expression) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
  return scalar;
}

function written(text: string, mayBeBlock: boolean): Scalar {
  const scalar = new Scalar(text);
  if (plain.test(text)) scalar.type = Scalar.PLAIN;
  else if (mayBeBlock && block.test(text) && !odd.test(text)) scalar.type = Scalar.BLOCK_LITERAL;
  else scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A key, or one that has been made already, and its value. */
export type MapEntry = readonly [key: string | Scalar, value: Node];

/** A map that stands in lines of its own. */
export function mapOf(entries: readonly MapEntry[]): YAMLMap {
  const map = new YAMLMap();
  map.items = entries.map(([key, value]) => new Pair(typeof key === "string" ? keyScalar(key) : key, value));
  map.flow = entries.length === 0;
  return map;
}

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

/** YAML in which everything that Pulumi's reader would not keep is escaped. It stands in double quotes, or in comments. */
export function withoutOdd(yaml: string): string {
  return yaml.replace(new RegExp(odd, "g"), (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
