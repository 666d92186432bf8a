const deepest = 200;
const mostParts = 5_000_000;

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/**
 * Whether a JSON text is small enough to be data of a person: at most 200 levels and five million parts. A few megabytes of
 * brackets would take gigabytes once parsed, and deep nesting would overflow the stack.
 */
export function isModest(json: Uint8Array): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) {
      at = endOfText(json, at);
    } else if (byte === openBracket || byte === openBrace) {
      parts++;
      if (++depth > deepest) return false;
    } else if (byte === closeBracket || byte === closeBrace) depth--;
    else if (byte === comma && ++parts > mostParts) return false;
  }
  return true;
}

/** Where the text that begins here ends: at the quote that is not escaped. */
function endOfText(json: Uint8Array, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === backslash) at++;
    else if (json[at] === quote) return at;
  }
  return json.length;
}
