import {
  getOrganizations as ask,
  type GetOrganizationsArgs,
  type GetOrganizationsResult,
} from "./ask/get-organizations";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetOrganizationsArgs, type GetOrganizationsResult };

/**
 * Lists organizations (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 *
 * @example
 * const { organizations } = await lumenone.getOrganizations({ allAccounts: true });
 */
export function getOrganizations(
  args: GetOrganizationsArgs = {},
  options?: InvokeOptions,
): Promise<GetOrganizationsResult> {
  return invoke(options, ask, args);
}

/** {@link getOrganizations} for outputs. */
export const getOrganizationsOutput = outputForm(getOrganizations);
