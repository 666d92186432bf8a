import type * as echarts from "echarts";
import { optionalPackage } from "../../../optional-package";
import { type Html, html } from "./html";
import { dark, light, type Plot, type Theme } from "./plots";

/** The used part of `echarts`, which is an optional peer: it is large, and few users need it. */
type Echarts = Pick<typeof echarts, "init">;

/** @throws {CommandError} it is not installed */
export const loadEcharts = () =>
  optionalPackage<Echarts>(
    "echarts",
    "--format html draws its plots with the package echarts, which is not installed here: npm install --save-dev echarts",
  );

const width = 1000;

/**
 * A plot for light and dark screens. As an image a browser runs nothing in it and loads nothing for it, whatever the names in it
 * are; and the page needs no inline styles, which its policy forbids.
 */
export function picture(echarts: Echarts, plot: Plot): Html {
  const { alt, height } = plot;
  return html`<picture
    ><source media="screen and (prefers-color-scheme: dark)" srcset="${drawn(echarts, plot, dark)}" />
    <img src="${drawn(echarts, plot, light)}" alt="${alt}" width="${width}" height="${height}"
  /></picture>`;
}

function drawn(echarts: Echarts, { height, option }: Plot, theme: Theme): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option(theme));
    return `data:image/svg+xml;base64,${Buffer.from(chart.renderToSVGString()).toString("base64")}`;
  } finally {
    // It holds a timer: the process would not end.
    chart.dispose();
  }
}
