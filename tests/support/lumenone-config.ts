import { type Simulator } from "lumenone-simulator";
import { type ConfigValue } from "./stack/stack-files";

/** The config of a stack that works with this simulator. */
export function lumenoneConfig(
  { apiKey, url, accountId }: Pick<Simulator, "apiKey" | "url" | "accountId">,
  more: Readonly<Record<string, ConfigValue>> = {},
): Record<string, ConfigValue> {
  return {
    "lumenone:apiKey": { value: apiKey, secret: true },
    "lumenone:baseUrl": url,
    "lumenone:accountId": accountId,
    ...more,
  };
}
