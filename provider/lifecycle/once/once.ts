import { ApiError } from "../../errors/api-error";
import { appeared, likenessOf, turnOf } from "./appeared";
import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { listAll, request } from "../object/find";
import { heldError } from "../ownership/held-error";
import { hasId, idOf } from "../object/identity";
import { mayComeLate } from "./may-come-late";
import { resourceLabel } from "../errors/resource-error";
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
  if (definition.names === "edge") return send(sends);
  const { session } = context;
  const turn = turnOf(definition, context, inputs);

  return session.inTurn(turn, async () => {
    const earlier = session.unconfirmedBefore(turn);
    const before = new Set(earlier ?? (await idsBefore(definition, context, inputs)));
    /** Ours if it is there. That nobody can say is the end: sending again could make a second one. */
    const look = async (): Promise<Values | undefined> => {
      const found = await appeared(definition, context, inputs, before).catch((cause: unknown) => {
        throw unconfirmed(definition, context, inputs, before, cause);
      });
      if (found.length > 0) warnOfClaim(definition, context, inputs, found);
      return found[0] && taken(found[0]);
    };
    // Taken in our turn, so that whoever looks next leaves it alone.
    const taken = (object: Values): Values => {
      const id = idOf(definition, inputs, object);
      if (session.holders.take(objectKey(definition, context, inputs, id), inputs)) return object;
      throw heldError(resourceLabel(definition, inputs), id);
    };

    const left = earlier && (await look());
    if (left) return left;
    let lost: unknown;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const made = taken(identified(definition, inputs, await send(sends)));
        if (lost !== undefined) await warnOfTwins(definition, context, inputs, before);
        return made;
      } catch (error) {
        if (!isUnknown(error) && lost === undefined) throw error;
        const found = await look();
        if (found) return found;
        // LumenOne answered, and nothing was made: sending again would get the same answer.
        if (!isUnknown(error) || (error instanceof ApiError && error.status === 500)) throw error;
        lost = error;
      }
      const isLast = attempt === attempts || sends.left === 0 || mayComeLate(lost);
      const pause = firstPause * 2 ** (attempt - 1);
      context.info(waitingFor(resourceLabel(definition, inputs), lost, pause, isLast));
      // The list can be quicker than a request whose connection broke.
      await session.time.wait(pause);
      const found = await look();
      if (found) return found;
      if (isLast) break;
    }
    throw unconfirmed(definition, context, inputs, before, lost);
  });
}

/** LumenOne made something, and did not say what. */
class NoIdentity extends Error {}

function identified(definition: Definition, inputs: Values, made: Values): Values {
  if (hasId(definition, inputs, made)) return made;
  throw new NoIdentity(`${definition.operations.create} was answered without what the id is made of.`);
}

function isUnknown(error: unknown): boolean {
  return error instanceof NoIdentity || (error instanceof ApiError && error.outcomeUnknown);
}

function waitingFor(resource: string, lost: unknown, pause: number, isLast: boolean): string {
  const { status, fault } = lost instanceof ApiError ? lost : { status: undefined, fault: undefined };
  const what = status ?? fault ?? "no usable response";
  const next = isLast ? "" : ", and sends the creation again if it is not";
  return `${resource}: the response to its creation was lost (${what}). Looks in ${pause / 1000} s whether it is there${next}.`;
}

/** The ids of what looked like the declared object before. Others cannot be taken for it, and may be thousands. */
async function idsBefore(definition: Definition, context: Context, inputs: Values): Promise<string[]> {
  const ours = likenessOf(definition, inputs);
  const listed = await listedBefore(definition, context, inputs);
  return listed.filter((item) => likenessOf(definition, item) === ours).map((item) => idOf(definition, inputs, item));
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

async function sendCreate(definition: Definition, context: Context, inputs: Values, sends: Sends): Promise<Values> {
  const answer = await context.api.call(definition.operations.create, {
    ...request(definition, context, inputs),
    fields: { ...inputs, ...request(definition, context, inputs).parameters },
    sends,
  });
  return isObject(answer) ? answer : {};
}
