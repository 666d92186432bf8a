import { styleText } from "node:util";
import { allParts } from "../read/call";
import { shownParts, type Sum } from "../sum/sum";

/** The colours of a bar: one for each part of the cost. */
const colours = { stt: "blue", llm: "yellow", tts: "green", vapi: "magenta", other: "gray" } as const;

/** A bar for each sum, in proportion to the highest cost. Negative parts are left out. */
export function bars(sums: readonly Sum[], width: number): string[] {
  const all = sums.map(({ amounts }) => allParts.map((part) => [part, Math.max(0, amounts[part].toNumber())] as const));
  const highest = Math.max(0, ...all.map((segments) => segments.reduce((sum, [, amount]) => sum + amount, 0)));
  return all.map((segments) => {
    let drawn = 0;
    let upTo = 0;
    const coloured = segments.map(([part, amount]) => {
      upTo += highest === 0 ? 0 : (amount / highest) * width;
      const length = Math.round(upTo) - drawn;
      drawn += length;
      return length > 0 ? styleText(colours[part], "█".repeat(length)) : "";
    });
    return coloured.join("");
  });
}

/** What the colours mean. */
export function legend(sums: readonly Sum[]): string {
  return shownParts(sums)
    .map((part) => `${styleText(colours[part], "█")} ${part}`)
    .join("  ");
}
