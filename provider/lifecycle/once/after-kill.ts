import { type Subject } from "../object/subject";
import { type Values } from "../state/values";
import { appeared } from "./appeared";
import { verdictOn } from "./create-journal";

/** Comes before the ids in the message; `fleet up` reads them there. */
export const killedMarker = "A run was killed while it made this, and these look like it: ";

/**
 * The object that a killed run made for these inputs, if it did.
 * @throws {ResourceError} an object may be that run's or somebody else's: only a person can say
 */
export async function madeBeforeKill(subject: Subject): Promise<Values | undefined> {
  const { journal } = subject.context;
  const { kind } = subject.definition;
  const earlier = journal?.earlier(subject.turn);
  if (!journal || !earlier) return undefined;
  const items = await appeared(subject, new Set());
  const candidates = items
    .map((item) => ({ item, id: subject.idOf(item), createdAt: item["createdAt"] }))
    .filter(({ id }) => !journal.isKnown(kind, id));
  // Objects of two kinds may have the same id.
  const named = (id: string) => `${kind}:${id}`;
  const verdict = verdictOn(earlier, candidates, (id) => journal.saidOf(named(id)));
  if (!verdict) return undefined;
  if ("take" in verdict) return candidates.find(({ id }) => id === verdict.take)?.item;
  throw subject.error(
    `${killedMarker}${verdict.ask.map(named).join(", ")}.`,
    "Look at LumenOne whose they are. `fleet up` with `--ours KIND:ID` takes one over, and with `--not-ours KIND:ID` leaves it alone.",
  );
}
