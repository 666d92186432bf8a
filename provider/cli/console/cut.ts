/** A text of at most so many characters. Cuts between characters, never inside one. */
export function cut(whole: string, longest = Infinity): string {
  if (whole.length <= longest) return whole;
  const characters = [...whole];
  return characters.length <= longest ? whole : `${characters.slice(0, longest).join("")}...`;
}
