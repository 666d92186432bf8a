import { createHash } from "node:crypto";

/** The facts of a creation that an earlier, killed run knew. */
export interface EarlierCreate {
  /** Ids of the objects that looked like it before it was sent; undefined where nobody wrote them down. */
  readonly before: readonly string[] | undefined;
  /** When that was written down first and last, in milliseconds since 1970: a run may have been killed more than once. */
  readonly from: number;
  readonly until: number;
}

/** Remembers creations beyond the life of the process: a killed run leaves neither an id nor an error behind. */
export interface CreateJournal {
  /** The facts that the killed run knew of a creation; undefined where it cannot have sent it. */
  earlier(turn: string): EarlierCreate | undefined;
  /** Notes the objects that look like a declared one, before its creation is sent. */
  note(turn: string, before: Iterable<string>): void;
  /** Whether the state has a resource for the object with this id. */
  isKnown(kind: string, id: string): boolean;
  /** The decision of a person about an object, `KIND:ID`: the killed run created it, or somebody else did. */
  saidOf(object: string): "ours" | "not ours" | undefined;
}

/** One line of a journal file. A turn stands as its hash, since names are in it. */
export type JournalLine =
  | { readonly turn: string; readonly before: readonly string[] | null; readonly from: number; readonly until: number }
  | { readonly known: readonly string[]; readonly began: number }
  | { readonly ours: readonly string[]; readonly notOurs: readonly string[] };

/** How a turn is written down. */
export function hashOfTurn(turn: string): string {
  return createHash("sha256").update(turn).digest("hex").slice(0, 32);
}

/** How a known object is written down. */
export const knownKey = (kind: string, id: string): string => `${kind} ${id}`;

/** Reads the lines of a journal. A line that was cut off by a kill, or is empty, was not followed by a request. */
export function readJournal(text: string): JournalLine[] {
  return text.split("\n").flatMap((line): JournalLine[] => {
    try {
      return [JSON.parse(line) as JournalLine];
    } catch {
      return [];
    }
  });
}

/** The earlier creations by the hashes of their turns: the first of several knew all earlier objects. */
export function earlierIn(lines: readonly JournalLine[]): Map<string, EarlierCreate> {
  const turns = new Map<string, EarlierCreate>();
  for (const line of lines) {
    if (!("turn" in line)) continue;
    const first = turns.get(line.turn);
    turns.set(line.turn, {
      before: first ? first.before : (line.before ?? undefined),
      from: first?.from ?? line.from,
      until: line.until,
    });
  }
  return turns;
}

/** The most milliseconds from the note of a creation to its object, with clocks that differ. */
const longest = 5 * 60_000;

/** The decision about a creation of a killed run: take over an object, or ask a person. */
export type Verdict = { readonly take: string } | { readonly ask: readonly string[] } | undefined;

/**
 * Decides about objects that look like one that a killed run was creating. One is taken over only when it appeared after
 * that run had looked, is the only one, and was created while that run was alive.
 * @returns undefined when none can be ours: then the object is created
 */
export function verdictOn(
  earlier: EarlierCreate,
  candidates: readonly { readonly id: string; readonly createdAt?: unknown }[],
  saidOf: CreateJournal["saidOf"],
): Verdict {
  const said = candidates.find(({ id }) => saidOf(id) === "ours");
  if (said) return { take: said.id };
  const open = candidates.filter(({ id }) => saidOf(id) === undefined && !(earlier.before ?? []).includes(id));
  const [only] = open;
  if (!only) return undefined;
  const made = typeof only.createdAt === "string" ? Date.parse(only.createdAt) : NaN;
  const isInTime = Number.isNaN(made) || (made >= earlier.from - longest && made <= earlier.until + longest);
  if (earlier.before !== undefined && open.length === 1 && isInTime) return { take: only.id };
  return { ask: open.map(({ id }) => id) };
}
