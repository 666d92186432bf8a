import Big from "big.js";
import { type components } from "../../../client/generated/openapi";
import { plainName, plainText } from "./plain-text";

/** The parts of the cost of a call, by their names in call logs. */
export const parts = ["stt", "llm", "tts", "vapi"] as const;
export type Part = (typeof parts)[number];
/** With the cost that none of them accounts for. */
export const allParts = [...parts, "other"] as const;

/** A call, as far as it is summed. */
export interface Call {
  readonly id: string;
  /** When it was made, in milliseconds since 1970; NaN where LumenOne gives no time. */
  readonly at: number;
  readonly workspaceId: number | undefined;
  readonly assistant: string | undefined;
  /** `cost_total`; where that is missing, the sum of its parts; undefined where there is neither. */
  readonly cost: Big | undefined;
  readonly parts: Readonly<Record<Part, Big | undefined>>;
  readonly seconds: number | undefined;
  /** The customer's; absent unless it was asked for. */
  readonly customerNumber?: string;
  readonly summary?: string;
}

type CallLog = components["schemas"]["CallLog"];

/** The most characters of a summary. */
const longestSummary = 500;

/** Reads a call log without trusting its types. @param showNumbers also takes the customer's number and the summary */
export function callFrom(log: CallLog, showNumbers: boolean): Call {
  const given: Readonly<Record<string, unknown>> = log;
  const amounts = Object.fromEntries(parts.map((part) => [part, amountOf(given[part])])) as Call["parts"];
  const [first, ...others] = parts.flatMap((part) => amounts[part] ?? []);
  const sumOfParts = others.reduce((sum, amount) => sum?.plus(amount), first);
  const seconds = amountOf(given["duration_seconds"])?.toNumber();
  const { workspace_id: workspaceId, created_at: createdAt } = given;
  return {
    id: textOf(given["id"]) ?? "",
    at: typeof createdAt === "string" && createdAt.length < 50 ? Date.parse(createdAt) : NaN,
    workspaceId: workspaceId === null || workspaceId === undefined ? undefined : Number(workspaceId),
    assistant: textOf(given["assistant"]),
    cost: amountOf(given["cost_total"]) ?? sumOfParts,
    parts: amounts,
    seconds: seconds !== undefined && seconds >= 0 ? seconds : undefined,
    ...(showNumbers && {
      customerNumber: textOf(given["customer_number"]) ?? "",
      summary: textOf(given["summary"], longestSummary) ?? "",
    }),
  };
}

function textOf(value: unknown, most?: number): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") return undefined;
  return most === undefined ? plainName(value) : plainText(value, most);
}

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
