import { ApiError } from "../../errors/api-error";
import { madeBeforeKill } from "./after-kill";
import { appeared, likenessOf, turnOf } from "./appeared";
import { isConflict } from "../errors/conflict";
import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { listAll, request } from "../object/find";
import { sayDoubt } from "../object/doubt";
import { heldError } from "../ownership/held-error";
import { idOf } from "../object/identity";
import { identified, isOutcomeUnknown, madeOtherwise, mayBeMade, Unidentified } from "./made";
import { mayComeLate } from "./may-come-late";
import { assertNotMade } from "./refused";
import { look } from "../object/look";
import { ResourceError, resourceLabel } from "../errors/resource-error";
import { saysDone } from "./says-done";
import { objectKey, scopeOf } from "../object/scope";
import { type Sends, sendsOf } from "./sends";
import { unconfirmed } from "./unconfirmed";
import { warnOfClaim } from "./warn-of-claim";
import { isObject, type Values } from "../state/values";

/** Sendings of one creation whose outcome is unknown, at most; fewer where `maxRetries` says so. */
const attempts = 4;
/** Milliseconds after the first unknown outcome: as long as a request that lost its connection may still be at work. */
const firstPause = 1000;
/**
 * The objects that were there before this process made any under the same parent, without those that it deleted: their
 * ids may be given out again.
 */
export async function listedBefore(definition: Definition, context: Context, inputs: Values): Promise<Values[]> {
  const scope = scopeOf(definition, context, inputs);
  const listed = await context.session.remember(scope, () =>
    // Read as "nothing was there", the missing list would make somebody else's object look like ours.
    listAll(definition, context, inputs),
  );
  return listed.filter((item) => {
    const id = idOf(definition, inputs, item);
    return !context.session.isDeleted(objectKey(definition, context, inputs, id));
  });
}

/**
 * Makes exactly one object, also when the answer gets lost. LumenOne has no idempotency key, so what tells ours from
 * others is: it looks like ours, it was not there before, and no other create of this process took it. Creates of objects
 * that look alike wait for each other, so that what appears meanwhile is ours.
 * @param send sends the creation, as often as is left. Default: one call of the create operation
 * @throws {IncompleteError} nobody knows whether the object was made, or will be
 */
export function createOnce(
  definition: Definition,
  context: Context,
  inputs: Values,
  send: (sends: Sends) => Promise<Values> = (sends) => sendCreate(definition, context, inputs, sends),
): Promise<Values> {
  const sends = sendsOf(context);
  if (definition.names === "edge") return makeEdge(definition, context, inputs, () => send(sends));
  const { session } = context;
  const turn = turnOf(definition, context, inputs);

  return session.inTurn(turn, async () => {
    // Taken in our turn, so that whoever looks next leaves it alone.
    const taken = (object: Values): Values => {
      const id = idOf(definition, inputs, object);
      if (session.holders.take(objectKey(definition, context, inputs, id), inputs)) return object;
      throw heldError(resourceLabel(definition, inputs), id);
    };
    const earlier = session.unconfirmedBefore(turn);
    const killed = earlier ? undefined : await madeBeforeKill(definition, context, inputs);
    if (killed) return taken(killed);
    const listed = earlier ? [] : await listedBefore(definition, context, inputs);
    const all = new Set(earlier ?? listed.map((item) => idOf(definition, inputs, item)));
    const before = new Set(earlier ?? alike(definition, inputs, listed));
    /** Ours if it is there. That nobody can say is the end: sending again could make a second one. */
    const look = async (): Promise<Values | undefined> => {
      const found = await appeared(definition, context, inputs, before).catch((cause: unknown) => {
        throw unconfirmed(definition, context, inputs, before, cause);
      });
      if (found.length > 0) warnOfClaim(definition, context, inputs, found);
      return found[0] && taken(found[0]);
    };
    const left = earlier && (await look());
    if (left) return left;
    context.journal?.note(turn, before);
    let lost: unknown;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const made = identified(definition, inputs, await send(sends), all);
        const id = idOf(definition, inputs, made);
        if (!session.holders.take(objectKey(definition, context, inputs, id), inputs)) {
          throw new Unidentified(heldError(resourceLabel(definition, inputs), id).message, made);
        }
        if (lost !== undefined) await warnOfTwins(definition, context, inputs, before);
        return made;
      } catch (error) {
        if (!mayBeMade(error)) throw error;
        const isLimited = error instanceof ApiError && error.reason === "rateLimited";
        // Whatever has the name now is named by that error.
        if (lost === undefined && isTaken(definition, error)) throw error;
        if (lost === undefined && !isOutcomeUnknown(error)) {
          await assertNotMade(definition, context, inputs, before, error as Error);
        } else {
          const found = await look();
          if (found) return found;
        }
        if (error instanceof Unidentified && error.other) {
          const renamed = await madeOtherwise(definition, context, inputs, all, error.other);
          if (renamed) return taken(renamed);
        }
        if (isLimited && sends.left > 0) {
          // The client makes everybody wait for as long as LumenOne asks to.
          attempt--;
          continue;
        }
        // LumenOne answered, and nothing was made: sending again would get the same answer.
        if (!isOutcomeUnknown(error) || (error instanceof ApiError && error.status === 500)) throw error;
        lost = error;
      }
      const isLast = attempt === attempts || sends.left === 0 || mayComeLate(lost);
      const pause = firstPause * 2 ** (attempt - 1);
      context.info(waitingFor(resourceLabel(definition, inputs), lost, pause, isLast));
      // The list can be quicker than a request whose connection broke.
      await session.time.wait(pause);
      const found = await look();
      if (found) return found;
      if (isLast || (lost instanceof Unidentified && lost.other)) break;
    }
    throw unconfirmed(definition, context, inputs, before, lost);
  });
}

function waitingFor(resource: string, lost: unknown, pause: number, isLast: boolean): string {
  const { status, fault } = lost instanceof ApiError ? lost : { status: undefined, fault: undefined };
  const what = status ?? fault ?? "no usable response";
  const next = isLast ? "" : ", and sends the creation again if it is not";
  return `${resource}: the response to its creation was lost (${what}). Looks in ${pause / 1000} s whether it is there${next}.`;
}

/** The ids of what looks like the declared object. Others cannot be taken for it, and may be thousands. */
function alike(definition: Definition, inputs: Values, listed: readonly Values[]): string[] {
  const ours = likenessOf(definition, inputs);
  const found = listed.filter((item) => likenessOf(definition, item) === ours);
  return found.map((item) => idOf(definition, inputs, item));
}

/** An earlier request may have been carried out after all, when the later one had been sent. */
async function warnOfTwins(
  definition: Definition,
  context: Context,
  inputs: Values,
  before: ReadonlySet<string>,
): Promise<void> {
  const twins = await appeared(definition, context, inputs, before).catch((): Values[] => []);
  if (twins.length === 0) return;
  const ids = twins.map((item) => idOf(definition, inputs, item)).join(", ");
  context.warn(
    `${resourceLabel(definition, inputs)}: LumenOne did not answer at first, the request was sent again, and now there ` +
      `is another one like it: ${ids}. Delete it at LumenOne unless somebody else has made it.`,
  );
}

/** What is there or not, and the same however often it is made: it only has to be there. */
async function makeEdge(
  definition: Definition,
  context: Context,
  inputs: Values,
  send: () => Promise<Values>,
): Promise<Values> {
  const made = await send();
  if (saysDone(made)) return made;
  context.session.wrote();
  const id = idOf(definition, inputs, {});
  const sight = await look(definition, context, id, inputs);
  if ("object" in sight) return sight.object;
  throw new ResourceError(
    resourceLabel(definition, inputs, id),
    `${definition.operations.create} came back with a success that does not say that it was done, and ${sayDoubt(sight.doubt)}.`,
    "Run `pulumi up` again.",
  );
}

/** Whether LumenOne refused a creation because its name is taken. */
export function isTaken({ names, nameTaken }: Definition, error: unknown): boolean {
  return names === "unique" && (nameTaken ?? isConflict)(error);
}

async function sendCreate(definition: Definition, context: Context, inputs: Values, sends: Sends): Promise<Values> {
  const answer = await context.api.call(definition.operations.create, {
    ...request(definition, context, inputs),
    fields: { ...inputs, ...request(definition, context, inputs).parameters },
    // Making an edge again changes nothing.
    once: definition.names !== "edge",
    sends,
  });
  return isObject(answer) ? answer : {};
}
