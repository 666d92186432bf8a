import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { idOf } from "../object/identity";
import { type Values } from "../state/values";
import { appeared, turnOf } from "./appeared";
import { verdictOn } from "./create-journal";

/** Comes before the ids in the message; `fleet up` reads them there. */
export const killedMarker = "A run was killed while it made this, and these look like it: ";

/**
 * The object that a killed run made for these inputs, if it did.
 * @throws {ResourceError} an object may be that run's or somebody else's: only a person can say
 */
export async function madeBeforeKill(
  definition: Definition,
  context: Context,
  inputs: Values,
): Promise<Values | undefined> {
  const { journal } = context;
  const earlier = journal?.earlier(turnOf(definition, context, inputs));
  if (!journal || !earlier) return undefined;
  const items = await appeared(definition, context, inputs, new Set());
  const candidates = items
    .map((item) => ({ item, id: idOf(definition, inputs, item), createdAt: item["createdAt"] }))
    .filter(({ id }) => !journal.isKnown(definition.kind, id));
  // Numbers of two kinds may be the same.
  const named = (id: string) => `${definition.kind}:${id}`;
  const verdict = verdictOn(earlier, candidates, (id) => journal.saidOf(named(id)));
  if (!verdict) return undefined;
  if ("take" in verdict) return candidates.find(({ id }) => id === verdict.take)?.item;
  throw new ResourceError(
    resourceLabel(definition, inputs),
    `${killedMarker}${verdict.ask.map(named).join(", ")}.`,
    "Look at LumenOne whose they are. `fleet up` with `--ours KIND:ID` takes one over, and with `--not-ours KIND:ID` leaves it alone.",
  );
}
