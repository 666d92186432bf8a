/** A line of a chart. */
export interface Series {
  readonly title: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a chart shows. Both axes begin at 0. */
export interface Chart {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

const width = 640;
const height = 360;
const box = { left: 60, right: 430, top: 50, bottom: 310 };
const colors = ["#0b6e4f", "#c0392b", "#7f8c8d", "#2d6cdf", "#b7791f", "#6b4fa0"];

/** Draws a chart as SVG, readable on light and on dark pages. */
export function lineChart({ title, x, y, series }: Chart): string {
  const points = series.flatMap((each) => each.points);
  const toX = scale(Math.max(...points.map(([value]) => value), 1), box.left, box.right);
  const toY = scale(Math.max(...points.map(([, value]) => value), 0.001), box.bottom, box.top);
  const xTicks = [...new Set(points.map(([value]) => value))];
  const yTicks = ticks(Math.max(...points.map(([, value]) => value), 0.001));
  // Where two lines end at the same height, their names must not cover each other.
  const names = spread(series.map((each) => toY(each.points.at(-1)?.[1] ?? 0)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${box.left}" y="24" font-size="15" font-weight="bold">${escaped(title)}</text>`,
    ...yTicks.flatMap((value) => [
      `<line x1="${box.left}" x2="${box.right}" y1="${toY(value)}" y2="${toY(value)}" stroke="#dddddd"/>`,
      `<text x="${box.left - 8}" y="${toY(value) + 4}" text-anchor="end">${value}</text>`,
    ]),
    ...xTicks.map((value) => `<text x="${toX(value)}" y="${box.bottom + 18}" text-anchor="middle">${value}</text>`),
    `<text x="${box.right}" y="${box.bottom + 36}" text-anchor="end">${escaped(x)}</text>`,
    `<text x="${box.left}" y="${box.top - 8}">${escaped(y)}</text>`,
    ...series.flatMap((each, index) => {
      const color = colors[index % colors.length]!;
      const line = each.points.map(([px, py]) => `${toX(px)},${toY(py)}`).join(" ");
      return [
        `<polyline points="${line}" fill="none" stroke="${color}" stroke-width="2"/>`,
        ...each.points.map(([px, py]) => `<circle cx="${toX(px)}" cy="${toY(py)}" r="3" fill="${color}"/>`),
        `<text x="${box.right + 10}" y="${names[index]! + 4}" fill="${color}">${escaped(each.title)}</text>`,
      ];
    }),
    "</svg>",
    "",
  ].join("\n");
}

function scale(most: number, from: number, to: number): (value: number) => number {
  return (value) => Math.round((from + (value / most) * (to - from)) * 10) / 10;
}

/** Four or five round numbers up to `most`. */
function ticks(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.25, 0.5, 1, 2].map((part) => part * power).find((each) => most / each <= 5) ?? 2 * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => Number((index * step).toPrecision(3)));
}

function spread(heights: readonly number[]): number[] {
  const placed: number[] = [];
  const order = heights.map((_, index) => index).sort((one, other) => heights[other]! - heights[one]!);
  let free = Infinity;
  for (const index of order) {
    placed[index] = Math.min(heights[index]!, free);
    free = placed[index] - 15;
  }
  return placed;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
