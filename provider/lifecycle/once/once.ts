import { ApiError } from "../../errors/api-error";
import { madeBeforeKill } from "./after-kill";
import { appeared } from "./appeared";
import { isConflict } from "../errors/conflict";
import { type Definition } from "../definition/definition";
import { listAll } from "../object/listing";
import { sayDoubt } from "../object/doubt";
import { heldError } from "../ownership/held-error";
import { identified, isOutcomeUnknown, madeWithOtherValues, mayBeMade, Unidentified } from "./made";
import { mayComeLate } from "./may-come-late";
import { assertNotMade } from "./refused";
import { look } from "../object/look";
import { saysDone } from "./says-done";
import { likenessOf } from "../object/scope";
import { type Subject } from "../object/subject";
import { type Sends, sendsOf } from "./sends";
import { unconfirmed } from "./unconfirmed";
import { warnOfClaim } from "./warn-of-claim";
import { type Values } from "../state/values";

/** Sendings of one creation whose outcome is unknown, at most; fewer where `maxRetries` says so. */
const attempts = 4;
/** Milliseconds after the first unknown outcome: as long as a request that lost its connection may still be at work. */
const firstPause = 1000;
/**
 * The objects that were there before this process made any under the same parent, without those that it deleted: their
 * ids may be given out again.
 */
export async function listedBefore(subject: Subject): Promise<Values[]> {
  const { session } = subject;
  // Read as "nothing was there", a missing list would make somebody else's object look like ours.
  const listed = await session.remember(subject.scope, () => listAll(subject));
  return listed.filter((item) => !session.isDeleted(subject.at(subject.idOf(item)).key));
}

/**
 * Makes exactly one object, also when the response gets lost. LumenOne has no idempotency key, so an object is ours if it
 * looks like ours, did not exist before, and no other create of this process took it. Creates of objects that look alike
 * wait for each other, so that a new object is ours.
 * @param send sends the creation, as often as is left. Default: one call of the create operation
 * @throws {IncompleteError} nobody knows whether the object was made, or will be
 */
export function createOnce(
  subject: Subject,
  send: (sends: Sends) => Promise<Values> = (sends) => sendCreate(subject, sends),
): Promise<Values> {
  const { definition, context, session, turn } = subject;
  const sends = sendsOf(context);
  if (definition.names === "edge") return makeEdge(subject, () => send(sends));

  return session.inTurn(turn, async () => {
    // Taken in our turn, so that the next create leaves it alone.
    const taken = (object: Values): Values => {
      const made = subject.at(subject.idOf(object));
      if (session.holders.take(made.key, subject.values)) return object;
      throw heldError(subject, made.id);
    };
    const earlier = session.unconfirmedBefore(turn);
    const killed = earlier ? undefined : await madeBeforeKill(subject);
    if (killed) return taken(killed);
    const listed = earlier ? [] : await listedBefore(subject);
    const all = new Set(earlier ?? listed.map((item) => subject.idOf(item)));
    const before = new Set(earlier ?? alike(subject, listed));
    /** Our object, if it exists. If that cannot be known, the create ends: sending again could create a second one. */
    const look = async (): Promise<Values | undefined> => {
      const found = await appeared(subject, before).catch((cause: unknown) => {
        throw unconfirmed(subject, before, cause);
      });
      if (found.length > 0) warnOfClaim(subject, found);
      return found[0] && taken(found[0]);
    };
    const left = earlier && (await look());
    if (left) return left;
    context.journal?.note(turn, before);
    let lost: unknown;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const made = identified(subject, await send(sends), all);
        const id = subject.idOf(made);
        if (!session.holders.take(subject.at(id).key, subject.values)) {
          throw new Unidentified(heldError(subject, id).message, made);
        }
        if (lost !== undefined) await warnOfTwins(subject, before);
        return made;
      } catch (error) {
        if (!mayBeMade(error)) throw error;
        const isLimited = error instanceof ApiError && error.reason === "rateLimited";
        // That error names the object that has the name.
        if (lost === undefined && isTaken(definition, error)) throw error;
        if (lost === undefined && !isOutcomeUnknown(error)) {
          await assertNotMade(subject, before, error as Error);
        } else {
          const found = await look();
          if (found) return found;
        }
        if (error instanceof Unidentified && error.other) {
          const renamed = await madeWithOtherValues(subject, all, error.other);
          if (renamed) return taken(renamed);
        }
        if (isLimited && sends.left > 0) {
          // The client makes everybody wait for as long as LumenOne asks to.
          attempt--;
          continue;
        }
        // LumenOne has responded, and nothing was made: sending again would get the same response.
        if (!isOutcomeUnknown(error) || (error instanceof ApiError && error.status === 500)) throw error;
        lost = error;
      }
      const isLast = attempt === attempts || sends.left === 0 || mayComeLate(lost);
      const pause = firstPause * 2 ** (attempt - 1);
      context.info(waitingFor(subject.label, lost, pause, isLast));
      // The list can arrive before a request whose connection broke.
      await session.time.wait(pause, context.signal);
      const found = await look();
      if (found) return found;
      if (isLast || (lost instanceof Unidentified && lost.other)) break;
    }
    throw unconfirmed(subject, before, lost);
  });
}

function waitingFor(resource: string, lost: unknown, pause: number, isLast: boolean): string {
  const { status, fault } = lost instanceof ApiError ? lost : { status: undefined, fault: undefined };
  const what = status ?? fault ?? "no usable response";
  const next = isLast ? "" : ", and sends the creation again if it is not";
  return `${resource}: the response to its creation was lost (${what}). Looks in ${pause / 1000} s whether it is there${next}.`;
}

/** The ids of objects that look like the declared one. There may be thousands of others. */
function alike(subject: Subject, listed: readonly Values[]): string[] {
  const found = listed.filter((item) => likenessOf(subject.definition, item) === subject.likeness);
  return found.map((item) => subject.idOf(item));
}

/** An earlier request may have been carried out after all, when the later one had been sent. */
async function warnOfTwins(subject: Subject, before: ReadonlySet<string>): Promise<void> {
  const twins = await appeared(subject, before).catch((): Values[] => []);
  if (twins.length === 0) return;
  const ids = twins.map((item) => subject.idOf(item)).join(", ");
  subject.context.warn(
    `${subject.label}: The first request got no response, it was sent again, and now there ` +
      `is another one like it: ${ids}. Delete it at LumenOne unless somebody else has made it.`,
  );
}

/** Creates an edge. It exists or not, and creating it again changes nothing. */
async function makeEdge(subject: Subject, send: () => Promise<Values>): Promise<Values> {
  const made = await send();
  if (saysDone(made)) return made;
  subject.session.wrote();
  const edge = subject.at(subject.ownId);
  const sight = await look(edge);
  if ("object" in sight) return sight.object;
  throw edge.error(
    `${edge.definition.operations.create} came back with a success that does not say that it was done, and ${sayDoubt(sight.doubt)}.`,
    "Run `pulumi up` again.",
  );
}

/** Whether LumenOne refused a creation because its name is taken. */
export function isTaken({ names, nameTaken }: Definition, error: unknown): boolean {
  return names === "unique" && (nameTaken ?? isConflict)(error);
}

function sendCreate(subject: Subject, sends: Sends): Promise<Values> {
  const { definition, values, request } = subject;
  return subject.one(definition.operations.create, {
    fields: { ...values, ...request.parameters },
    // Making an edge again changes nothing.
    once: definition.names !== "edge",
    sends,
  });
}
