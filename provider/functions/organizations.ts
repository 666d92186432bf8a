import * as ask from "./ask/organizations";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

// For the types of arguments and results: the functions below take the place of those that they ask.
export * from "./ask/organizations";

/**
 * Lists the accounts of the company (assumed), all of them: this list is not known to be paged (assumed). Runs when it is called, in
 * preview too.
 *
 * @example
 * const { accounts } = await lumenone.getAccounts();
 * const acme = accounts.find(({ name }) => name === "Acme");
 */
export function getAccounts(_args: object = {}, options?: InvokeOptions) {
  return invoke(options, ask.getAccounts, {});
}

/** {@link getAccounts} for outputs. */
export const getAccountsOutput = outputForm(getAccounts);

/**
 * Asks LumenOne whether the key is good (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 403 for a missing, malformed or revoked key
 *
 * @example
 * const { authenticated } = await lumenone.getAuthStatus();
 */
export function getAuthStatus(_args: object = {}, options?: InvokeOptions) {
  return invoke(options, ask.getAuthStatus, {});
}

/** {@link getAuthStatus} for outputs. */
export const getAuthStatusOutput = outputForm(getAuthStatus);

/**
 * Reads an organization (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { name, createdAt } = await lumenone.getOrganization({ organization: "acme" });
 */
export function getOrganization(args: ask.GetOrganizationArgs, options?: InvokeOptions) {
  return invoke(options, ask.getOrganization, args);
}

/** {@link getOrganization} for outputs. */
export const getOrganizationOutput = outputForm(getOrganization);

/**
 * Lists organizations (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 *
 * @example
 * const { organizations } = await lumenone.getOrganizations({ allAccounts: true });
 */
export function getOrganizations(args: ask.GetOrganizationsArgs = {}, options?: InvokeOptions) {
  return invoke(options, ask.getOrganizations, args);
}

/** {@link getOrganizations} for outputs. */
export const getOrganizationsOutput = outputForm(getOrganizations);

/**
 * Lists the tools of an organization (assumed), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { tools } = await lumenone.getOrganizationTools({ organization: "acme" });
 */
export function getOrganizationTools(args: ask.GetOrganizationToolsArgs, options?: InvokeOptions) {
  return invoke(options, ask.getOrganizationTools, args);
}

/** {@link getOrganizationTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getOrganizationToolsOutput = outputForm(getOrganizationTools, ask.getOrganizationTools);
