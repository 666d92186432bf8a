import { createHash } from "node:crypto";
import { CommandError, exitCode } from "../../exit-code";

/** One of several equal parts of a fleet: `3/20` is the third of twenty. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/**
 * Reads what `--shard` was given.
 * @throws {CommandError} it is not such a part
 */
export function shardFrom(text: string): Shard {
  const [, part = 0, parts = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= parts) return { part, parts };
  throw new CommandError(`--shard is "${text}": give a part and how many there are, as 3/20.`, exitCode.usage);
}

/** Which part a tenant belongs to, by its place among all tenants of the fleet, changed or not. */
export const isInShard = (place: number, { part, parts }: Shard): boolean => place % parts === part - 1;

/**
 * The same for a stack whose file is gone, by its name: its place among the others changes while another machine
 * destroys some.
 */
export function isGoneInShard(stack: string, shard: Shard): boolean {
  return isInShard(createHash("sha256").update(stack).digest().readUInt32BE(), shard);
}
