import { DateTime } from "luxon";
import { CommandError, exitCode } from "../../exit-code";
import { type TimeZone } from "./time-zone";

/** From a time (included) to another one (excluded), in milliseconds since 1970. */
export interface Period {
  readonly since: number | undefined;
  readonly until: number;
}

/**
 * The period of `--since` and `--until`. A date is a whole day, for both; `30d` is the beginning of the day that many days ago. A period
 * ends when the command begins at the latest: calls that are made meanwhile are not counted.
 * @throws {CommandError} it is not a date, or the period is empty
 */
export function periodOf(
  { since, until }: { readonly since?: string | undefined; readonly until?: string | undefined },
  zone: TimeZone,
  now: number,
): Period {
  const from = since === undefined ? undefined : timeOf("--since", since, zone, now, 0);
  const to = until === undefined ? now : Math.min(now, timeOf("--until", until, zone, now, 1));
  if (from !== undefined && from >= to) {
    const end = until === undefined ? "now" : `--until ${until}`;
    throw new CommandError(`--since ${since} is not before ${end}: the period is empty.`, exitCode.usage);
  }
  return { since: from, until: to };
}

/** @param after days to add to a date: its end is the beginning of the next one */
function timeOf(option: string, text: string, zone: TimeZone, now: number, after: number): number {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days !== undefined) {
    const today = zone.at(now).startOf("day");
    return today
      .minus({ days: Number(days) })
      .startOf("day")
      .toMillis();
  }
  // Ordinal dates and weeks are ISO 8601 too, and mistyped dates most of the time.
  if (/^\d{4}-\d\d-\d\d(?:$|T)/.test(text)) {
    const time = DateTime.fromISO(text, { zone: zone.name });
    const isDate = !text.includes("T");
    if (time.isValid) return isDate ? time.plus({ days: after }).startOf("day").toMillis() : time.toMillis();
  }
  throw new CommandError(
    `${option} ${text} is not a date: give one such as 2026-04-27, 2026-04-27T12:00:00Z, or 30d for 30 days ago.`,
    exitCode.usage,
  );
}
