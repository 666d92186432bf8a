import { createHash } from "node:crypto";
import { type CallReport } from "../../report";
import { histogram } from "../histogram";
import { type Group } from "../../sum/groups";
import { callRows, type Rows, rowsOf } from "../rows";
import { headline, moneyFor, notes, shownBudget, shownSeconds } from "../words";
import { Html, html } from "./html";
import { loadEcharts, picture } from "./picture";
import { daysPlot, durationsPlot, type Plot, workspacesPlot } from "./plots";
import { style } from "./style";

/**
 * The report as one HTML file, which loads nothing: its policy allows its own style and images that are part of it, and no script.
 * @throws {CommandError} `echarts` is not installed
 */
export function asHtml(report: CallReport): string {
  const echarts = loadEcharts();
  const { summary } = report;
  const { by, groups, total, days, workspaces } = summary;
  const more = by === "organization" || by === "assistant";
  // The policy has a digest of exactly this.
  const styled = new Html(`<style>${style}</style>`);
  const styleHash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const durations: Rows = {
    head: ["duration", "calls"],
    rows: histogram(total.durations).map(({ name, calls }) => [name, calls.toLocaleString("en")]),
    total: ["total", total.durations.length.toLocaleString("en")],
  };
  const part = (title: string, rows: Rows, caption: string, plot?: Plot) =>
    section(title, plot && picture(echarts, plot), figures(rows, caption));
  const perWorkspace = rowsOf("workspace", workspaces, total);
  const dayCaption = `Cost per day, in the time zone ${report.zone.name}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Calls and costs</title>
        ${styled}
      </head>
      <body>
        <main>
          <h1>Calls and costs</h1>
          <p><bdi>${headline(report)}</bdi></p>
          ${overview(report)} ${budget(report)}
          ${more ? part(`By ${by}`, rowsOf(by, groups, total), `Cost by ${by}`) : undefined}
          ${part("Cost per day", rowsOf("day", days, total), dayCaption, daysPlot(report))}
          ${part("Cost per workspace", perWorkspace, "Cost per workspace", workspacesPlot(report))}
          ${part("Durations", durations, "Calls by duration, in minutes and seconds", durationsPlot(report))}
          ${mostExpensive(report)}
          <p class="quiet">${notes(report).join(" ")}</p>
        </main>
      </body>
    </html>`;
  return page.source;
}

function overview({ summary: { total } }: CallReport): Html {
  const { median, p95 } = total.seconds;
  const figures: [string, string][] = [
    ["Calls", total.calls.toLocaleString("en")],
    ["Cost", moneyFor([total.cost])(total.cost)],
    ["Median duration", shownSeconds(median) || "none"],
    ["95th percentile", shownSeconds(p95) || "none"],
  ];
  return html`<dl>
    ${figures.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function budget({ budget: found }: CallReport): Html | undefined {
  if (found === undefined) return undefined;
  const amount = shownBudget(found);
  if (found.above.length === 0) return html`<p>Within the budget of ${amount}.</p>`;
  const money = moneyFor(found.above.map(({ sum }) => sum.cost));
  const item = ({ name, sum }: Group) => html`<li><bdi>${name}</bdi>: ${money(sum.cost)}</li>`;
  return html`<section>
    <h2>Above the budget</h2>
    <p class="above">The budget is ${amount}.</p>
    <ul>
      ${found.above.map(item)}
    </ul>
  </section>`;
}

function section(title: string, plot: Html | undefined, content: Html): Html {
  const drawn = plot && html`<div class="scroll" role="region" aria-label="${title}, plot" tabindex="0">${plot}</div>`;
  return html`<section>
    <h2>${title}</h2>
    ${drawn} ${content}
  </section>`;
}

function figures({ head, rows, total }: Rows, caption: string): Html {
  const line = ([name = "", ...cells]: readonly string[]) =>
    html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  return table(
    caption,
    "figures",
    head,
    rows.map(line),
    html`<tfoot>
      ${line(total)}
    </tfoot>`,
  );
}

function mostExpensive(report: CallReport): Html | undefined {
  const { head, rows } = callRows(report);
  if (rows.length === 0) return undefined;
  const line = (cells: readonly string[]) =>
    html`<tr>
      ${cells.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}
    </tr>`;
  const caption = "The calls that cost most, with customers' numbers and summaries";
  return section("Most expensive calls", undefined, table(caption, "", head, rows.map(line)));
}

/** A table that scrolls in itself where it is too wide, also by keyboard. */
function table(caption: string, kind: string, head: readonly string[], rows: readonly Html[], foot?: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="${kind}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      ${foot}
    </table>
  </div>`;
}
