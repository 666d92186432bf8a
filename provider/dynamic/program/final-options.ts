import * as pulumi from "@pulumi/pulumi";

type Options = pulumi.CustomResourceOptions & pulumi.ComponentResourceOptions;

/** Fields of the SDK's resources that their public type leaves out. */
interface Kept {
  readonly __transformations?: pulumi.ResourceTransformation[];
  readonly __parentResource?: pulumi.Resource;
}

/** Options that Pulumi hands down by `parent` and does not keep where the program could look. */
const handedDown = new WeakMap<pulumi.Resource, Pick<Options, "deletedWith" | "retainOnDelete">>();
const watched = new WeakSet<object>();

function note(resource: pulumi.Resource, { deletedWith, retainOnDelete }: Options): void {
  handedDown.set(resource, { deletedWith: deletedWith ?? undefined, retainOnDelete });
}

/** Notes the options of every resource that this program declares from now on, components of others included. */
export function watchOptions(): void {
  const stack: object | undefined = pulumi.runtime.getStackResource();
  if (!stack || watched.has(stack)) return;
  watched.add(stack);
  pulumi.runtime.registerStackTransformation(({ resource, opts }) => {
    note(resource, opts);
    return undefined;
  });
}

/**
 * The same options, with a call of `see` after every transformation, before the resource is registered. An error that it
 * throws stops the program there.
 */
export function withFinalOptions<O extends pulumi.CustomResourceOptions>(
  opts: O,
  see: (options: pulumi.CustomResourceOptions, inputs: Record<string, unknown>) => void,
): O {
  const last: pulumi.ResourceTransformation = ({ resource, props, opts: final }) => {
    const chain = (resource as Kept).__transformations;
    // What is declared below would inherit these two.
    if (chain) chain.splice(0, chain.length, ...chain.filter((each) => each !== first && each !== last));
    note(resource, final);
    see(final, props);
    return undefined;
  };
  const first: pulumi.ResourceTransformation = (step) => {
    const chain = (step.resource as Kept).__transformations;
    // The SDK goes through this list as it is: what is added now comes after the transformations of all parents.
    if (!chain) return last(step);
    chain.push(last);
    return undefined;
  };
  return { ...opts, transformations: [first, ...(opts.transformations ?? [])] };
}

/** An option of a resource, or of its nearest parent that has it, as in the engine. */
export function inheritedOption<K extends "deletedWith" | "retainOnDelete">(
  resource: pulumi.Resource | undefined,
  option: K,
): Options[K] | undefined {
  for (let each = resource; each; each = (each as Kept).__parentResource) {
    const value = handedDown.get(each)?.[option];
    if (value !== undefined) return value;
  }
  return undefined;
}
