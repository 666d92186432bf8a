import Big from "big.js";

/** A number as text, as databases give decimal numbers. */
const asText = /^-?\d{1,20}(?:\.\d{1,40})?$/;
/** Above this it is not an amount. */
const largest = 1e20;

/** The smallest part of an amount that counts: far below what LumenOne charges for a second or a token. */
const decimals = 10;

/**
 * The decimal number that LumenOne means; undefined for null and for everything that is not a number. JSON numbers arrive as doubles,
 * whose shortest text is the text that was sent. A server that computes with doubles itself sends 0.30000000000000004 and means 0.3:
 * an amount has ten decimals. From there on all sums are decimal, and exact.
 */
export function amountOf(value: unknown): Big | undefined {
  if (typeof value === "number") return Math.abs(value) < largest ? new Big(value).round(decimals) : undefined;
  return typeof value === "string" && asText.test(value) ? new Big(value).round(decimals) : undefined;
}
