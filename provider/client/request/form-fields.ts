/**
 * The fields of a form, as texts: a list is its items under one name, an object is JSON, and null is an empty text. What is
 * undefined is left out.
 */
export function formFields(fields: Readonly<Record<string, unknown>>): [name: string, text: string][] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const texts = Array.isArray(value) ? value.map(textOf) : [textOf(value)];
    return texts.map((text): [string, string] => [name, text]);
  });
}

/** A value as the text of a form's field. */
export function textOf(value: unknown): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
