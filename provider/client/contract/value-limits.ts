import { type Contract, type Operation, type OperationId, operationOf } from "./contract";
import { propertiesOf, type ValueLimits } from "./shape";
import { camelCase } from "./wire";

/**
 * The limits that a correction of the contract has changed, of a field of an operation's body.
 * @param field in the provider's own spelling
 */
export function correctedLimits(contract: Contract, operationId: OperationId, field: string): ValueLimits {
  if (!contract.correction) return {};
  const limitsOf = ({ wire }: Operation): ValueLimits =>
    propertiesOf(wire.body).find(({ name }) => camelCase(name) === field)?.limits ?? {};
  const [now, before] = [limitsOf(contract.operationOf(operationId)), limitsOf(operationOf(operationId))];
  const names = ["values", "minimum", "maximum", "maxLength"] as const;
  const changed = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name]]));
}
