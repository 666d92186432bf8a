import { styleText } from "node:util";
import { type Part, parts } from "../read/call";
import { type Sum } from "../sum/sum";

/** The colours of a bar: one for each part of the cost. */
export const colours: Readonly<Record<Part | "other", Parameters<typeof styleText>[0]>> = {
  stt: "blue",
  llm: "yellow",
  tts: "green",
  vapi: "magenta",
  other: "gray",
};

/** A bar for each sum, in proportion to the highest cost. Negative parts are left out. */
export function bars(sums: readonly Sum[], width: number): string[] {
  const segmentsOf = (sum: Sum) =>
    [...parts.map((part) => [part, sum.parts[part]] as const), ["other", sum.other] as const].map(
      ([part, amount]) => [part, Math.max(0, amount.toNumber())] as const,
    );
  const all = sums.map(segmentsOf);
  const highest = Math.max(0, ...all.map((segments) => segments.reduce((sum, [, amount]) => sum + amount, 0)));
  return all.map((segments) => {
    let drawn = 0;
    let upTo = 0;
    return segments
      .map(([part, amount]) => {
        upTo += highest === 0 ? 0 : (amount / highest) * width;
        const length = Math.round(upTo) - drawn;
        drawn += length;
        return length > 0 ? styleText(colours[part], "█".repeat(length)) : "";
      })
      .join("");
  });
}

/** What the colours mean. */
export function legend(hasOther: boolean): string {
  const shown = hasOther ? ([...parts, "other"] as const) : parts;
  return shown.map((part) => `${styleText(colours[part], "█")} ${part}`).join("  ");
}
