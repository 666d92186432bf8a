import { DateTime, IANAZone } from "luxon";
import { CommandError, exitCode } from "../../exit-code";

/**
 * The days of a time zone. A day begins at its first moment and ends where the next one begins, so that it has 23 or 25 hours
 * where the clocks change.
 */
export class TimeZone {
  private day = { begin: NaN, end: NaN, name: "" };

  /**
   * @param name default: the zone of this machine
   * @throws {CommandError} there is no such time zone
   */
  constructor(readonly name = Intl.DateTimeFormat().resolvedOptions().timeZone) {
    if (IANAZone.isValidZone(name)) return;
    throw new CommandError(
      `--time-zone ${name} is not a time zone: give a name such as UTC or Europe/Berlin.`,
      exitCode.usage,
    );
  }

  /** The day of a time, as `2026-04-27`. Calls come in the order of time: most are of the day of the one before. */
  dayOf(at: number): string {
    if (!(at >= this.day.begin && at < this.day.end)) {
      const begin = this.at(at).startOf("day");
      const end = begin.plus({ days: 1 }).startOf("day");
      this.day = { begin: begin.toMillis(), end: end.toMillis(), name: begin.toFormat("yyyy-MM-dd") };
    }
    return this.day.name;
  }

  at(time: number): DateTime {
    return DateTime.fromMillis(time, { zone: this.name });
  }

  /** A time to read, to the minute. */
  shown(time: number): string {
    return this.at(time).toFormat("yyyy-MM-dd HH:mm");
  }
}
