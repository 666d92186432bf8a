import { type ReadCall } from "../read/read-calls";

/** Keeps the calls that cost most, the highest cost first. */
export class MostExpensive {
  readonly calls: ReadCall[] = [];

  constructor(private readonly most: number) {}

  add(call: ReadCall): void {
    const { cost } = call;
    const last = this.calls.at(-1);
    if (cost === undefined) return;
    if (this.calls.length === this.most && last?.cost !== undefined && cost.lte(last.cost)) return;
    const place = this.calls.findIndex((each) => each.cost !== undefined && cost.gt(each.cost));
    this.calls.splice(place < 0 ? this.calls.length : place, 0, call);
    this.calls.length = Math.min(this.calls.length, this.most);
  }
}
