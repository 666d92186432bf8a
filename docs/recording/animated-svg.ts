import { type Run, type Screen } from "./screens";

/** What an image says and shows of a recording. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  /** In columns and rows. */
  readonly width: number;
  readonly height: number;
  readonly screens: readonly Screen[];
  /** The one that is shown where nothing may move. */
  readonly still: number;
}

/** In pixels: a character, a line, and the space around all of them. */
const cell = { width: 8.4, height: 18 };
const border = 16;
/** In seconds: how long the last screen stays. */
const end = 5;

/** The 16 colours of the palette, on a dark background. */
const palette =
  "#6e7681 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4 #8b949e #ffa198 #56d364 #e3b341 #79c0ff #d2a8ff #56d4dd #fff";

/**
 * Returns an SVG that plays the screens by CSS alone and loads nothing. Lines that are equal stand in it once. Screens lie
 * side by side, and the strip moves by one at a time; with `prefers-reduced-motion` it does not.
 */
export function animatedSvg({ title, description, width, height, screens, still }: Picture): string {
  const wide = Math.ceil(width * cell.width);
  const high = height * cell.height;
  const lines = new Map<string, string>();
  const nameOf = (runs: readonly Run[]): string => {
    const text = lineOf(runs);
    const name = lines.get(text) ?? `l${lines.size.toString(36)}`;
    lines.set(text, name);
    return name;
  };
  const frames = screens.map(({ rows }, index) => {
    const uses = rows.map((runs, row) =>
      runs.length === 0 ? "" : `<use href="#${nameOf(runs)}"${row === 0 ? "" : ` y="${row * cell.height}"`}/>`,
    );
    return `<g transform="translate(${index * wide})">${uses.join("")}</g>`;
  });
  const total = (screens.at(-1)?.time ?? 0) + end;
  const at = (index: number) => `transform:translateX(${-index * wide}px)`;
  const stops = screens.map(({ time }, index) => {
    const percent = index === 0 ? "0" : ((time / total) * 100).toFixed(2);
    return `${percent}%{${at(index)}}`;
  });
  const colours = palette.split(" ").map((color, index) => `.c${index}{fill:${color}}`);
  const definitions = [...lines].map(([text, name]) => `<text id="${name}">${text}</text>`);
  const [outerWidth, outerHeight] = [wide + 2 * border, high + 2 * border];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${outerWidth} ${outerHeight}" width="${outerWidth}" height="${outerHeight}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;fill:#e6edf3;white-space:pre}
.b{font-weight:bold}.d{opacity:.6}.u{text-decoration:underline}${colours.join("")}
#strip{${at(still)};animation:play ${total.toFixed(2)}s step-end infinite}
@keyframes play{${stops.join("")}}
@media (prefers-reduced-motion:reduce){#strip{animation:none}}
</style>
<defs>
${definitions.join("\n")}
</defs>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<svg x="${border}" y="${border}" width="${wide}" height="${high}"><g id="strip">
${frames.join("\n")}
</g></svg>
</svg>
`;
}

function lineOf(runs: readonly Run[]): string {
  return runs.map((run) => `<tspan x="${place(run)}" y="14"${classOf(run)}>${escaped(run.text)}</tspan>`).join("");
}

function place({ column }: Run): string {
  return String(Number((column * cell.width).toFixed(1)));
}

function classOf({ color, bold, dim, underline }: Run): string {
  const names = [color === undefined ? "" : `c${color}`, bold ? "b" : "", dim ? "d" : "", underline ? "u" : ""];
  const given = names.filter((name) => name !== "");
  return given.length === 0 ? "" : ` class="${given.join(" ")}"`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
