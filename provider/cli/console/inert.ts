/** Invisible. It keeps `@name` and `#1` from becoming mentions and references. */
const zeroWidthSpace = "\u200b";

/**
 * A text that somebody else wrote, for one line of Markdown. It cannot become HTML, a link, an image, a mention or a
 * reference, it cannot steer a terminal, and it cannot end its line or a block of code.
 */
export function inert(text: string): string {
  const line = plain(text);
  const ticks = line.match(/`/g)?.length ?? 0;
  // Backticks in pairs are those of our own messages.
  return ticks % 2 === 1 || line.includes("``") ? line.replace(/`/g, "\\`") : line;
}

/** The same for a cell of a table. */
export function inertCell(text: string): string {
  return plain(text).replace(/[|`]/g, "\\$&");
}

function plain(text: string): string {
  return (
    text
      .replace(/[\s\u2028\u2029]+/g, " ")
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/\\/g, "\\\\")
      .replace(/&(?=#?\w+;)/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/\](?=[([:])/g, "]\\")
      .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)/giu, (mark) => `${mark}${zeroWidthSpace}`)
  );
}
