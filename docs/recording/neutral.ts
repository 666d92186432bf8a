import { homedir } from "node:os";
import { type Asciicast, type Output } from "./asciicast";

/** In seconds: the longest time in which nothing happens. */
const longestPause = 0.8;

/**
 * What is of one machine or of one run. What replaces it is as long, because programs move the cursor by what they wrote.
 */
const replacements: readonly [pattern: RegExp, replacement: (found: string) => string][] = [
  // The simulator listens on a free port.
  [/(?<=127\.0\.0\.1:)\d+/g, (port) => "40100".slice(0, port.length)],
  // Where the Pulumi CLI was found.
  [/\/\S*/g, (path) => (path.startsWith(homedir()) ? `~${path.slice(homedir().length)}` : path).padEnd(path.length)],
  // How long a step took, a whole run, and the demo.
  [/ \(\d+(?:\.\d+)?m?s\)/g, blanks],
  [/(?<=Duration:\S*) \d\S*|Duration:/g, blanks],
  [/ It took \d+ s\./g, blanks],
];

/** Returns the recording without what is of one machine, and without long pauses. */
export function neutral(cast: Asciicast): Asciicast {
  let whole = cast.events.map(({ text }) => text).join("");
  for (const [pattern, replacement] of replacements) whole = whole.replace(pattern, replacement);
  let offset = 0;
  let last = 0;
  let time = 0;
  const events = cast.events.map((event): Output => {
    const text = whole.slice(offset, (offset += event.text.length));
    time += Math.min(longestPause, event.time - last);
    last = event.time;
    return { time, text };
  });
  return { ...cast, events };
}

function blanks(found: string): string {
  return " ".repeat(found.length);
}
