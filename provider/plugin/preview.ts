import { type Definition } from "../lifecycle/definition/definition";
import { inputFields } from "../lifecycle/definition/fields";
import { unknown } from "../lifecycle/engine/unknown";
import { type Values } from "../lifecycle/state/values";

/** The outputs of an object that is not made yet: what LumenOne gives is not known. */
export function previewOfCreate({ fields, derived = {} }: Definition, inputs: Values): Values {
  const outputs: Values = { ...inputs };
  for (const [name, { presence, hashAs }] of Object.entries(fields)) {
    if (presence === "output") outputs[name] = unknown;
    // The state holds the hash of a file alone.
    if (hashAs !== undefined) delete outputs[name];
  }
  for (const name of Object.keys(derived)) outputs[name] = unknown;
  return outputs;
}

/** The outputs of an object whose change is not written yet: what LumenOne gave stays known, so that nothing below it seems to change. */
export function previewOfUpdate({ fields }: Definition, state: Values, inputs: Values): Values {
  const given = new Set(inputFields(fields).map(([name]) => name));
  const kept = Object.entries(state).filter(([name]) => !given.has(name));
  const declared = Object.entries(inputs).filter(([name]) => fields[name]?.hashAs === undefined);
  return Object.fromEntries([...kept, ...declared]);
}
