const timestamp = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
const minute = 60_000;

/** Milliseconds since 1970, or undefined for what is not clearly a point in time. A time without a zone is UTC (assumed). */
function instantOf(value: unknown): number | undefined {
  if (typeof value === "number") return ofEpoch(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return ofEpoch(Number(text));
  // The form of HTTP headers.
  if (/^[A-Z][a-z]{2}, .* GMT$/.test(text)) return known(Date.parse(text));
  const parts = timestamp.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minutes, seconds = "00", fraction = "", zone] = parts;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const utc = known(Date.parse(`${year}-${month}-${day}T${hour}:${minutes}:${seconds}.${milliseconds}Z`));
  // Date.parse takes 30 February for 2 March.
  if (utc === undefined || (hour !== "24" && new Date(utc).getUTCDate() !== Number(day))) return undefined;
  return utc - offsetOf(zone) * minute;
}

/** Seconds or milliseconds: as seconds, the smallest number of milliseconds that is read would be in the year 5138. */
function ofEpoch(value: number): number | undefined {
  if (value >= 1e11 && value < 1e14) return Math.trunc(value);
  return value >= 1e8 && value < 1e11 ? Math.trunc(value * 1000) : undefined;
}

function known(milliseconds: number): number | undefined {
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function offsetOf(zone: string | undefined): number {
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? "");
  if (!parts) return 0;
  const [, sign, hours, minutes = "0"] = parts;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A time in one form, RFC 3339 in UTC with milliseconds. A value that is not a time stays as it is. */
export function asInstant(value: unknown): unknown {
  const instant = instantOf(value);
  return instant === undefined ? value : new Date(instant).toISOString();
}

/** Whether two spellings mean the same time. One that names no fraction of a second may have been cut or rounded. */
export function sameInstant(one: unknown, other: unknown): boolean {
  const [a, b] = [instantOf(one), instantOf(other)];
  if (a === undefined || b === undefined) return false;
  return a === b || ((a % 1000 === 0 || b % 1000 === 0) && Math.abs(a - b) < 1000);
}
