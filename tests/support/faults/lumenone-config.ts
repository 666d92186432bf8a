import { type Simulator } from "lumenone-simulator";
import { type ConfigValue } from "../stack/stack-files";

/** The config of a stack that works with this simulator. */
export function lumenoneConfig(
  simulator: Simulator,
  more: Readonly<Record<string, ConfigValue>> = {},
): Record<string, ConfigValue> {
  return {
    "lumenone:apiKey": { value: simulator.apiKey, secret: true },
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
    ...more,
  };
}
