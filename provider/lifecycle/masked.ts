/** Whether this is what services show in place of a secret: stars, dots, or a word in brackets. */
export function isMasked(value: unknown): boolean {
  return (
    typeof value === "string" &&
    (/^[*\u2022\u25cf]+$/.test(value) ||
      /\*{3,}/.test(value) ||
      /^[[<(](?:redacted|hidden|masked|secret)[\])>]$/i.test(value))
  );
}
