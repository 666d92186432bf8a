import { ApiError } from "../errors/api-error";
import { type Context } from "./context";
import { type Definition } from "./definition";
import { listAll, request } from "./find";
import { idOf } from "./identity";
import { ResourceError, resourceLabel } from "./resource-error";
import { objectKey, scopeOf } from "./scope";
import { isObject, type Values } from "./values";

const attempts = 4;

/** The objects that were there before this process made any under the same parent. */
export function listedBefore(definition: Definition, context: Context, inputs: Values): Promise<Values[]> {
  return context.session.remember(scopeOf(definition, context, inputs), () => listAll(definition, context, inputs));
}

/**
 * Makes exactly one object, also when the answer gets lost. LumenOne has no idempotency key, so what tells ours from
 * others is: it looks like ours, it was not there before, and no other create of this process took it. Creates of objects
 * that look alike wait for each other, so that what appears meanwhile is ours.
 * @param send sends the creation once. Default: one call of the create operation
 */
export function createOnce(
  definition: Definition,
  context: Context,
  inputs: Values,
  send: () => Promise<Values> = () => sendCreate(definition, context, inputs),
): Promise<Values> {
  if (definition.names === "edge") return send();
  const likeness = (values: Values) => JSON.stringify(definition.likeness?.(values) ?? values["name"]);
  const ours = likeness(inputs);
  const turn = `${scopeOf(definition, context, inputs)} ${ours}`;
  return context.session.inTurn(turn, async () => {
    const before = new Set(
      (await listedBefore(definition, context, inputs)).map((item) => idOf(definition, inputs, item)),
    );
    const appeared = async () => {
      const candidates = (await listAll(definition, context, inputs)).filter((item) => {
        const id = idOf(definition, inputs, item);
        return (
          likeness(item) === ours &&
          !before.has(id) &&
          !context.session.isClaimed(objectKey(definition, context, inputs, id))
        );
      });
      return candidates.sort((a, b) => idOf(definition, inputs, a).localeCompare(idOf(definition, inputs, b)))[0];
    };
    let lost: unknown;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        return await send();
      } catch (error) {
        const mayBeThere = (error instanceof ApiError && error.outcomeUnknown) || lost !== undefined;
        if (!mayBeThere) throw error;
        const found = await appeared().catch((cause: unknown) => {
          throw new ResourceError(
            resourceLabel(definition, inputs),
            "LumenOne's answer to its creation was lost, and asking whether it was made failed too.",
            (definition.fields["adopt"]
              ? "It may exist: run `pulumi up` again with `adopt: true` on it. "
              : "It may exist: remove it at LumenOne, where it is not wanted twice, and run `pulumi up` again. ") +
              String(error),
            { cause },
          );
        });
        if (found) return found;
        // LumenOne answered, and nothing was made: sending again would get the same answer.
        if (!(error instanceof ApiError) || !error.outcomeUnknown || error.status === 500) throw error;
        lost = error;
      }
    }
    throw lost;
  });
}

async function sendCreate(definition: Definition, context: Context, inputs: Values): Promise<Values> {
  const answer = await context.api.call(definition.operations.create, {
    ...request(definition, context, inputs),
    fields: { ...inputs, ...request(definition, context, inputs).parameters },
  });
  return isObject(answer) ? answer : {};
}
