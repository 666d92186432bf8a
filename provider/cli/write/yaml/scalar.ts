import { Scalar } from "yaml";

/** Texts that no reader of YAML, 1.1 or 1.2, takes for anything but a text. */
const plain =
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)(?:\.\/)?\p{L}(?:[\p{L}\p{M}\p{Nd} _.,;!?()/'+-]|:(?=[^ ]))*(?<! )$/iu;

/** Several lines that a block keeps as they are: none begins or ends with what a reader may take for indentation. */
const block = /^(?=.*\n)(?:(?![ \t])[^\n]*(?<![ \t])(?:\n(?!$)|$))+$/su;

/** What Pulumi's reader refuses or takes for a line break, where it is not escaped. */
// eslint-disable-next-line no-control-regex -- control characters are what must be escaped.
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

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

/** YAML in which everything that Pulumi's reader would not keep is escaped. It stands in double quotes, or in comments. */
export function withoutOdd(yaml: string): string {
  return yaml.replace(new RegExp(odd, "g"), (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
