/** The most characters of a line, as in Prettier's `printWidth` of this project. */
export const lineWidth = 120;

/** TypeScript that means this text, with the quotes that need fewer backslashes. */
export function text(value: string): string {
  const double = JSON.stringify(value);
  const count = (letter: string) => value.split(letter).length - 1;
  if (count('"') <= count("'")) return double;
  const inner = double.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${inner}'`;
}

/** TypeScript that means this key of an object. */
export function key(name: string): string {
  // In an object literal `__proto__` would set the prototype.
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
}

/**
 * A property or an element: its text, on one line or on several. A comment line has no value.
 * @example { name: "topN", value: "6" }
 */
export interface Entry {
  readonly name?: string;
  readonly value?: string;
  readonly comment?: string;
}

/**
 * Writes an object as Prettier would: on one line where it fits into `room`, else one entry a line.
 * @param indent spaces before the line that the object begins on
 */
export function object(entries: readonly Entry[], indent: number, room: number): string {
  return between("{ ", " }", entries, indent, room);
}

/** Writes a list as {@link object} does an object. */
export function list(values: readonly string[], indent: number, room: number): string {
  return between(
    "[",
    "]",
    values.map((value) => ({ value })),
    indent,
    room,
  );
}

function between(open: string, close: string, entries: readonly Entry[], indent: number, room: number): string {
  if (entries.length === 0) return `${open.trim()}${close.trim()}`;
  const parts = entries.map(({ name, value = "" }) => (name === undefined ? value : `${key(name)}: ${value}`));
  const oneLine = `${open}${parts.join(", ")}${close}`;
  const isPlain = entries.every(({ comment }) => comment === undefined) && !oneLine.includes("\n");
  if (isPlain && oneLine.length <= room) return oneLine;
  const inner = " ".repeat(indent + 2);
  const lines = entries.map(({ comment, name, value }, index) => {
    if (value === undefined) return `${inner}// ${comment}`;
    const whole = `${inner}${parts[index]},`;
    const isLong = name !== undefined && /^["']/.test(value) && whole.length > lineWidth;
    return isLong ? `${inner}${key(name)}:\n${inner}  ${value},` : whole;
  });
  return [open.trim(), ...lines, `${" ".repeat(indent)}${close.trim()}`].join("\n");
}

/** Any JSON value, the keys of objects in one order whatever order LumenOne has. */
export function json(value: unknown, indent: number, room: number): string {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) {
    return list(
      value.map((item) => json(item, indent + 2, lineWidth - indent - 2)),
      indent,
      room,
    );
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => ({
      name,
      value: json(inner, indent + 2, lineWidth - indent - 4 - name.length),
    }));
    return object(entries, indent, room);
  }
  // Prettier writes 1e21, not 1e+21.
  return String(value).replace("e+", "e");
}
