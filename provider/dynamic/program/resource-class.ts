import * as pulumi from "@pulumi/pulumi";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields, secretFields } from "../../lifecycle/definition/fields";
import { declareOnce } from "./declare-once";
import { fileAsset } from "./file-asset";
import { watchOptions, withFinalOptions } from "./final-options";
import { inGroups } from "./in-groups";
import { pauseStackTraces } from "./pause-stack-traces";
import { plainArgs } from "./plain-args";
import { dynamicRegistration, type Registration, registrationKey } from "./registration";
import { type Declaration, declarationKey, declarationOf, refuseOptions } from "./refuse-options";

/** What `.get` may be given about the object beside its id. */
export interface LookupState {
  /** UUID of the account that the object belongs to. Default: the provider's. */
  accountId?: pulumi.Input<string>;
}

/** Args may be left out where none is required. */
type Rest<Args> = object extends Args
  ? [args?: Args, opts?: pulumi.CustomResourceOptions]
  : [args: Args, opts?: pulumi.CustomResourceOptions];

/** A resource class made from a definition: what users see of it. */
export interface ResourceClass<Args> {
  new (name: string, ...rest: Rest<Args>): pulumi.CustomResource;

  /**
   * Looks at an object that this program does not manage.
   * @param name the resource's name in this program
   * @param id as in the table of resources, with original slugs
   * @throws when LumenOne has no such object (during the operation, naming the id and the account)
   */
  get<T>(
    this: new (name: string, ...rest: Rest<Args>) => T,
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: LookupState,
    opts?: pulumi.CustomResourceOptions,
  ): T;

  /** Whether this object is such a resource, also when several copies of this package are loaded. */
  isInstance<T>(this: new (name: string, ...rest: Rest<Args>) => T, object: unknown): object is T;
}

type AnyArgs = Record<string, unknown>;

/** Makes the class of a kind: what it registers with the engine follows from the definition alone. */
export function resourceClass<Args>(definition: Definition): ResourceClass<Args> {
  const { kind } = definition;
  class LumenOneResource extends pulumi.CustomResource {
    constructor(name: string, args: AnyArgs = {}, opts: pulumi.CustomResourceOptions = {}) {
      const lookup = opts.id !== undefined;
      const afterwards: (() => void)[] = [];
      const inputs = lookup
        ? { accountId: args["accountId"] }
        : inputsOf(definition, name, plainArgs(definition, name, args), afterwards);
      const outputs: AnyArgs = Object.fromEntries(Object.keys(definition.fields).map((field) => [field, undefined]));
      const registration =
        (new.target as { readonly [registrationKey]?: Registration })[registrationKey] ?? dynamicRegistration;
      const type = registration.typeOf(kind);
      if (!lookup) declareOnce(definition, name, args, opts.provider ?? opts.parent?.getProvider(type));
      // `deletionProtection` is for the organization alone; the engine would protect all that has it as its `parent`.
      const { protect = declarationOf(opts.parent)?.protectBelow } = opts;
      // The engine refuses before its first step; our refusal would come after what is below was deleted.
      const ownProtect = opts.protect === undefined && args["deletionProtection"] === true ? true : protect;
      const declaration: Declaration = {
        definition,
        name,
        args,
        inputs,
        account: inputs["accountId"],
        protectBelow: ownProtect === protect ? undefined : (protect ?? false),
        lookup,
        imports: registration.imports,
      };
      watchOptions();
      const traces = pauseStackTraces();
      try {
        super(
          type,
          name,
          { ...outputs, ...inputs, ...registration.inputsOf(kind) },
          {
            ...withFinalOptions({ ...opts, ...registration.options(kind, opts) }, (options, registered) => {
              declaration.inputs = registered;
              refuseOptions(declaration, options, opts.parent);
            }),
            ...(ownProtect !== undefined && { protect: ownProtect }),
            // The engine encrypts an output where an input of the same name is secret, and a lookup has no such inputs.
            ...(lookup && {
              additionalSecretOutputs: [...secretFields(definition.fields), ...(opts.additionalSecretOutputs ?? [])],
            }),
          },
        );
      } catch (error) {
        throw traces.traced(error);
      } finally {
        traces.resume();
      }
      Object.defineProperty(this, declarationKey, { value: declaration });
      // Once the id is known, the engine and the host process have used their temporary files.
      if (Object.values(definition.fields).some(({ hashAs }) => hashAs !== undefined)) {
        this.id.apply(() => afterwards.forEach((run) => run()));
      }
      for (const [output, derive] of Object.entries(definition.derived ?? {})) {
        Object.defineProperty(this, output, { value: this.id.apply(derive), enumerable: true });
      }
    }

    static get(
      name: string,
      id: pulumi.Input<pulumi.ID>,
      state: LookupState = {},
      opts?: pulumi.CustomResourceOptions,
    ) {
      return new this(name, { ...state }, { ...opts, id });
    }

    static override isInstance(object: unknown): object is LumenOneResource {
      return declarationOf(object)?.definition.kind === kind;
    }
  }
  return LumenOneResource as unknown as ResourceClass<Args>;
}

/** The args as they go to the engine: resources become their ids, secrets are wrapped, names are filled in. */
function inputsOf(definition: Definition, name: string, args: AnyArgs, afterwards: (() => void)[]): AnyArgs {
  const inputs: AnyArgs = { ...args };
  for (const [field, facts] of inputFields(definition.fields)) {
    if (facts.refersTo !== undefined) inputs[field] = idBehind(args[field]);
    if (facts.hashAs !== undefined && args[field] !== undefined) {
      const place = { kind: definition.kind, name, field, afterwards };
      const given = pulumi.output(args[field]);
      // At once where it can be: then the program stops at the line that gave it.
      inputs[field] =
        typeof args[field] === "string"
          ? fileAsset(place, args[field])
          : given.apply(async (file) => fileAsset({ ...place, isSecret: await pulumi.isSecret(given) }, file));
    }
    if (facts.logicalName && args[field] === undefined) inputs[field] = name;
    if (facts.secret && args[field] !== undefined) inputs[field] = pulumi.secret(args[field]);
  }
  if (definition.together) {
    const { by, once } = definition.together;
    inputs[once] = inGroups(args[by], inputs[once]);
  }
  if ("accountId" in definition.fields) inputs["accountId"] = args["accountId"] ?? inheritedAccount(args);
  return inputs;
}

/** A resource is known by its id: its other outputs are unknown while it is being updated. */
function idBehind(value: unknown): unknown {
  if (pulumi.CustomResource.isInstance(value)) return value.id;
  if (!pulumi.Output.isInstance(value) && !(value instanceof Promise)) return value;
  return pulumi.output(value).apply((inner: unknown) => (pulumi.CustomResource.isInstance(inner) ? inner.id : inner));
}

function inheritedAccount(args: AnyArgs): unknown {
  return Object.values(args)
    .map((value) => (pulumi.CustomResource.isInstance(value) ? declarationOf(value)?.account : undefined))
    .find((account) => account !== undefined);
}
