import type { State } from "../entities";
import { withoutKeysIn } from "./masked";
import { defaultApiKey } from "../store/defaults";

/**
 * Returns the state as a seed that has none of the keys. Accounts belong to whoever has the key of their company, so that
 * each company keeps one key: the simulator's well-known key for the first, `key-of-COMPANY` for the others.
 */
export function seedDownload(state: State): State {
  const companies = [...new Set(state.apiKeys.map(({ company }) => company))];
  const apiKeys = companies.map((company, index) => ({
    key: index === 0 ? defaultApiKey : `key-of-${company}`,
    company,
  }));
  const tenants = withoutKeysIn(
    { ...state, apiKeys: [] },
    state.apiKeys.map(({ key }) => key),
  ) as State;
  return { ...tenants, apiKeys };
}
