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
 * others is: it has our name, it was not there before, and no other create of this process took it. Creates of one name
 * wait for each other, so that what appears meanwhile is ours.
 */
export function createOnce(definition: Definition, context: Context, inputs: Values): Promise<Values> {
  if (definition.names === "edge") return send(definition, context, inputs);
  const turn = `${scopeOf(definition, context, inputs)} ${String(inputs["name"])}`;
  return context.session.inTurn(turn, async () => {
    const before = new Set(
      (await listedBefore(definition, context, inputs)).map((item) => idOf(definition, inputs, item)),
    );
    const appeared = async () => {
      const candidates = (await listAll(definition, context, inputs)).filter((item) => {
        const id = idOf(definition, inputs, item);
        return (
          item["name"] === inputs["name"] &&
          !before.has(id) &&
          !context.session.isClaimed(objectKey(definition, context, inputs, id))
        );
      });
      return candidates.sort((a, b) => idOf(definition, inputs, a).localeCompare(idOf(definition, inputs, b)))[0];
    };
    let lost: unknown;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        return await send(definition, context, inputs);
      } catch (error) {
        const mayBeThere = (error instanceof ApiError && error.outcomeUnknown) || lost !== undefined;
        if (!mayBeThere) throw error;
        const ours = await appeared().catch((cause: unknown) => {
          throw new ResourceError(
            resourceLabel(definition, inputs),
            "LumenOne's answer to its creation was lost, and asking whether it was made failed too.",
            `It may exist: run \`pulumi up\` again with \`adopt: true\` on it. ${String(error)}`,
            { cause },
          );
        });
        if (ours) return ours;
        // LumenOne answered, and nothing was made: sending again would get the same answer.
        if (!(error instanceof ApiError) || !error.outcomeUnknown || error.status === 500) throw error;
        lost = error;
      }
    }
    throw lost;
  });
}

async function send(definition: Definition, context: Context, inputs: Values): Promise<Values> {
  const answer = await context.api.call(definition.operations.create, {
    ...request(definition, context, inputs),
    fields: { ...inputs, ...request(definition, context, inputs).parameters },
  });
  return isObject(answer) ? answer : {};
}
