import { type Scope } from "./read/directory";
import { type Period } from "./read/period";
import { type TimeZone } from "./read/time-zone";
import { type Budget } from "./sum/budget";
import { type Group } from "./sum/groups";
import { type Summary } from "./sum/summarize";

/** Everything that a format shows. */
export interface CallReport {
  readonly summary: Summary;
  readonly scope: Scope;
  readonly period: Period;
  readonly zone: TimeZone;
  readonly budget: (Budget & { readonly above: readonly Group[] }) | undefined;
  readonly showNumbers: boolean;
}
