import Big from "big.js";

/** A number of money or of seconds as JSON gives it: a number, or a number as text. */
const asText = /^-?\d{1,21}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?$/i;

/** The smallest part of an amount that counts: far below what LumenOne charges for a second or a token. */
const decimals = 10;

/**
 * The decimal number that LumenOne means; undefined for null and for everything that is not a number. JSON numbers arrive as doubles,
 * whose shortest text is the text that was sent. A server that computes with doubles itself sends 0.30000000000000004 and means 0.3:
 * an amount has ten decimals. From there on all sums are decimal, and exact.
 */
export function amountOf(value: unknown): Big | undefined {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return asText.test(text) ? new Big(text).round(decimals) : undefined;
}
