import type * as pulumi from "@pulumi/pulumi";
import { check } from "../../lifecycle/steps/check";
import { type Context } from "../../lifecycle/process/context";
import { create } from "../../lifecycle/steps/create";
import { type Definition } from "../../lifecycle/definition/definition";
import { remove } from "../../lifecycle/steps/delete";
import { diff } from "../../lifecycle/steps/diff";
import { IncompleteError } from "../../lifecycle/errors/incomplete-error";
import { read } from "../../lifecycle/steps/read";
import { providerKey, withoutProvider } from "../../lifecycle/state/bookkeeping";
import { update } from "../../lifecycle/steps/update";
import { type Values } from "../../lifecycle/state/values";
import { fitIncomplete } from "../../lifecycle/state/fit-incomplete";
import { stepMessage } from "../../lifecycle/errors/step-message";
import { stepLimit } from "../../lifecycle/process/step-limit";

/** What the host process calls for one kind of resource. */
export type Handler = ReturnType<typeof handlerOf>;

/** What a step is given, from the configuration that the host was started with. */
export type ContextOf = (
  config: pulumi.dynamic.Config | undefined,
  pending: Promise<void>[],
  signal: AbortSignal,
) => Context;

/** The provider of one kind, whichever process it is served by. */
export function handlerOf(definition: Definition, contextOf: ContextOf) {
  const { kind } = definition;
  // Stored at once and looked into later: the host calls other methods without waiting for `configure`, and a missing
  // key is to be reported by the operation that needs it.
  let config: pulumi.dynamic.Config | undefined;

  /** Runs one step: errors become one paragraph, and its messages are shown before the step ends. */
  async function run<T>(step: (definition: Definition, context: Context) => Promise<T> | T): Promise<T> {
    const pending: Promise<void>[] = [];
    try {
      const context = contextOf(config, pending, AbortSignal.timeout(stepLimit(definition)));
      return await step(definition, context);
    } catch (error) {
      throw error instanceof IncompleteError ? error : new PlainError(error, kind);
    } finally {
      await Promise.all(pending);
    }
  }

  return {
    configure(request) {
      config = request.config;
      return Promise.resolve();
    },
    check: (olds: Values, news: Values) =>
      run(async (definition, context) => {
        const { inputs, problems } = await check(definition, context, withoutProvider(olds), withoutProvider(news));
        // A named property would make the engine print its value, secrets included.
        return { inputs, failures: problems.map(({ message }) => ({ property: "", reason: message })) };
      }),
    diff: (id, olds: Values, news: Values) =>
      run((definition, context) => {
        const found = diff(definition, context, id, withoutProvider(olds), withoutProvider(news));
        // Undefined lets the engine compare the inputs itself, which makes `replaceOnChanges` work.
        const changes = found.incomplete.length > 0 || (found.changed.length > 0 ? undefined : false);
        return { changes, replaces: found.replaces, deleteBeforeReplace: found.deleteBeforeReplace };
      }),
    create: (inputs: Values) =>
      run(async (definition, context) => {
        const provider = inputs[providerKey];
        try {
          const { id, outputs } = await create(definition, context, withoutProvider(inputs));
          return { id, outs: outputs };
        } catch (error) {
          if (!(error instanceof IncompleteError)) throw error;
          const { id, properties, reasons } = fitIncomplete(definition, error);
          throw new IncompleteError(id, { ...properties, [providerKey]: provider }, reasons);
        }
      }),
    read: (id, props: Values) =>
      run<{ id?: string; props?: Values; inputs?: Values }>(async (definition, context) => {
        const found = await read(definition, context, id, withoutProvider(props));
        if (!found) return {};
        const { id: foundId, outputs, inputs } = found;
        // The engine would keep the inputs of a refreshed lookup in clear: the program gave it no secret ones.
        return { id: foundId, props: outputs, ...(outputs["lookup"] === true ? {} : { inputs }) };
      }),
    update: (id, olds: Values, news: Values) =>
      run(async (definition, context) => ({
        outs: await update(definition, context, id, withoutProvider(olds), withoutProvider(news)),
      })),
    delete: (id, props: Values) =>
      run((definition, context) => remove(definition, context, id, withoutProvider(props))),
  } satisfies Required<pulumi.dynamic.ResourceProvider>;
}

/**
 * An error as the host process should print it: one paragraph, without a stack. Its own `id` is dropped, since Pulumi
 * takes any error with one for a resource that was made.
 */
class PlainError extends Error {
  constructor(cause: unknown, kind: string) {
    super(stepMessage(cause, kind), { cause });
    this.stack = "";
  }

  override toString(): string {
    return this.message;
  }
}
