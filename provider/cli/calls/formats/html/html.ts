/** A piece of HTML. Everything else that is put into one becomes text. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = Html | string | number | readonly Html[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes a piece of HTML: what is put in stays text, in elements and in quoted attributes. */
export function html(pieces: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(pieces.reduce((source, piece, index) => source + sourceOf(values[index - 1]) + piece));
}

function sourceOf(value: Part): string {
  if (value instanceof Html) return value.source;
  if (typeof value === "object") return value.map(({ source }) => source).join("");
  return String(value ?? "").replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}
