import * as fs from "node:fs";
import * as path from "node:path";

const file = path.resolve(__dirname, "../../docs/images/demo.svg");

/** The image of the README that `npm run record-demo` makes, as text. */
export function recordedSvg(): string {
  return fs.readFileSync(file, "utf8");
}

/** Returns each line that the recording shows, in the order in which they appear first. */
export function recordedLines(): { readonly text: string; readonly isHeading: boolean }[] {
  const lines = [...recordedSvg().matchAll(/<text id="[^"]*">(.*)<\/text>/g)];
  return lines.map(([, markup = ""]) => ({
    text: plain(markup.replace(/<\/tspan>/g, " ").replace(/<[^>]*>/g, "")),
    isHeading: /^<tspan [^>]*class="c6 b"/.test(markup),
  }));
}

function plain(text: string): string {
  const unescaped = text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return unescaped.replace(/\s+/g, " ").trim();
}

/** Takes off what differs between runs: the port and how long the demo took. */
export function withoutRun(heading: string): string {
  return heading.replace(/(127\.0\.0\.1):\d+/, "$1").replace(/ It took \d+ s\.$/, "");
}
