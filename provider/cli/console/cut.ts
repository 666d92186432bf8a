/** Cuts a text to a number of characters: between two of them, never inside one. */
export function cut(whole: string, longest = Infinity): string {
  if (whole.length <= longest) return whole;
  const characters = [...whole];
  return characters.length <= longest ? whole : `${characters.slice(0, longest).join("")}...`;
}
