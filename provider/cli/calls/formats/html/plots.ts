import type { BarSeriesOption, EChartsOption } from "echarts";
import { DateTime } from "luxon";
import { histogram } from "../histogram";
import { type CallReport } from "../../report";
import { type Group } from "../../sum/groups";
import { shownParts } from "../../sum/sum";

/** Neighbours in a bar differ in lightness, too: for people who do not see colours, and in print. */
export const light = {
  text: "#1b1f24",
  line: "#d0d5dc",
  parts: { stt: "#1f4e9c", llm: "#e08a00", tts: "#1d7a53", vapi: "#b565d8", other: "#7a828e" },
};

export const dark: Theme = {
  text: "#e8ebef",
  line: "#3a424d",
  parts: { stt: "#5b93ee", llm: "#ffc35c", tts: "#43b581", vapi: "#d9a3f0", other: "#98a1ad" },
};

/** Colours of a plot. */
export type Theme = typeof light;

/** A plot, and its description for readers who do not see it. */
export interface Plot {
  readonly alt: string;
  readonly height: number;
  readonly option: (theme: Theme) => EChartsOption;
}

/** Above this number of days, days without calls are left out. */
const mostDays = 1500;
/** Workspaces with a bar of their own. */
const mostBars = 20;

/** The cost of each day, by part. */
export function daysPlot({ summary }: CallReport): Plot {
  const groups = summary.days.filter(({ key }) => key["day"] !== null);
  const byDay = new Map(groups.map(({ name, sum }) => [name, sum]));
  const names = [...byDay.keys()];
  const days = daysBetween(names[0], names.at(-1)) ?? names;
  const shown = shownParts([...byDay.values()]);
  return {
    alt: described("cost a day, by part", groups),
    height: 320,
    option: (theme) => ({
      ...base(theme),
      legend: { bottom: 0, textStyle: { color: theme.text } },
      grid: { left: 8, right: 16, top: 16, bottom: 40, containLabel: true },
      xAxis: { ...axis(theme), type: "category", data: days },
      yAxis: { ...axis(theme), type: "value" },
      series: shown.map((part): BarSeriesOption => {
        const values = days.map((day) => byDay.get(day)?.amounts[part].toNumber() ?? 0);
        return { name: part, type: "bar", stack: "cost", data: values, itemStyle: { color: theme.parts[part] } };
      }),
    }),
  };
}

/** Every day from the first to the last, both included; undefined where there are too many. */
function daysBetween(first = "", last = ""): string[] | undefined {
  const [begin, end] = [first, last].map((day) => DateTime.fromISO(day, { zone: "utc" })) as [DateTime, DateTime];
  const count = end.diff(begin, "days").days + 1;
  if (!(count <= mostDays)) return undefined;
  return Array.from({ length: count }, (_, day) => begin.plus({ days: day }).toFormat("yyyy-MM-dd"));
}

/** The costs of the most expensive workspaces, and of all others together. */
export function workspacesPlot({ summary: { workspaces } }: CallReport): Plot {
  const rest = workspaces.slice(mostBars);
  const bars = workspaces.slice(0, mostBars).map(({ name, sum }) => ({ name: cut(name), cost: sum.cost.toNumber() }));
  const costOfRest = rest.reduce((total, { sum }) => total + sum.cost.toNumber(), 0);
  if (rest.length > 0) bars.push({ name: `${rest.length} others`, cost: costOfRest });
  return {
    alt: described("cost of each workspace", workspaces),
    height: 60 + 26 * Math.max(1, bars.length),
    option: (theme) => ({
      ...base(theme),
      // Without a browser the width of a text is not known: this is room for wide letters.
      grid: { left: 16 + 8 * Math.max(0, ...bars.map(({ name }) => name.length)), right: 32, top: 8, bottom: 32 },
      xAxis: { ...axis(theme), type: "value" },
      yAxis: { ...axis(theme), type: "category", inverse: true, data: bars.map(({ name }) => name) },
      series: [{ type: "bar", data: bars.map(({ cost }) => cost), itemStyle: { color: theme.parts.stt } }],
    }),
  };
}

/** How long calls took. */
export function durationsPlot({ summary: { total } }: CallReport): Plot {
  const classes = histogram(total.durations);
  return {
    alt: described("how many calls took how long, in minutes and seconds"),
    height: 260,
    option: (theme) => ({
      ...base(theme),
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      xAxis: { ...axis(theme), type: "category", data: classes.map(({ name }) => name) },
      yAxis: { ...axis(theme), type: "value", minInterval: 1 },
      series: [{ type: "bar", data: classes.map(({ calls }) => calls), itemStyle: { color: theme.parts.tts } }],
    }),
  };
}

const base = (theme: Theme) => ({ animation: false, backgroundColor: "transparent", textStyle: { color: theme.text } });

const axis = (theme: Theme) => ({
  axisLabel: { color: theme.text },
  axisLine: { lineStyle: { color: theme.line } },
  splitLine: { lineStyle: { color: theme.line } },
});

/** What a plot shows, and the highest of the groups in it. */
function described(what: string, groups: readonly Group[] = []): string {
  const [first] = groups.toSorted((one, other) => other.sum.cost.cmp(one.sum.cost));
  const highest = first && ` The highest is ${first.name} with ${first.sum.cost.toFixed()}.`;
  return `Bar chart: ${what}.${highest ?? ""} The table below has the figures.`;
}

/** A name beside an axis. */
function cut(name: string): string {
  const characters = [...name];
  return characters.length > 40 ? `${characters.slice(0, 37).join("")}...` : name;
}
