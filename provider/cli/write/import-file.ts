import { definitionOf } from "../../definitions/registry";
import { dynamicType, nativeType } from "../../definitions/resource-type";
import { providerText } from "../../dynamic/program/registration";
import { secretSignature, signatureKey } from "../../lifecycle/engine/asset";
import { providerKey } from "../../lifecycle/state/bookkeeping";
import { type Values } from "../../lifecycle/state/values";
import { declarationsOf, type ProgramPlan } from "./plan";

/**
 * The file for `pulumi import --file`: every resource with the inputs and outputs that its own provider would have left
 * in the state. Holds secrets in clear.
 * @param native for the native plugin
 */
export function importFile(plan: ProgramPlan, native = false): string {
  const resources = declarationsOf(plan).map(({ kind, logicalName, id, inputs, outputs }) => ({
    type: native ? nativeType(kind) : dynamicType(kind),
    name: logicalName,
    id,
    inputs: stateBag(kind, inputs, native),
    outputs: stateBag(kind, outputs, native),
  }));
  return `${JSON.stringify({ resources }, undefined, 2)}\n`;
}

function stateBag(kind: string, values: Values, native: boolean): Values {
  const { fields } = definitionOf(kind);
  const marked = Object.entries(values).map(([name, value]) => [
    name,
    fields[name]?.secret ? { [signatureKey]: secretSignature, plaintext: JSON.stringify(value) } : value,
  ]);
  return { ...(Object.fromEntries(marked) as Values), ...(native ? {} : { [providerKey]: providerText(kind) }) };
}
