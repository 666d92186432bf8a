import { type Values } from "../../lifecycle/state/values";
import { type Ask } from "./ask";

/** The module of a data function: the function under its name, and whether its result is secret. */
type Module = Readonly<Record<string, unknown>> & { readonly secret?: boolean };

/** The data functions by their names, each loaded when it is first called. */
const functions: Readonly<Record<string, () => Module>> = {
  getAccounts: () => require("./get-accounts") as typeof import("./get-accounts"),
  getAuthStatus: () => require("./get-auth-status") as typeof import("./get-auth-status"),
  getCallLogs: () => require("./get-call-logs") as typeof import("./get-call-logs"),
  getDocument: () => require("./get-document") as typeof import("./get-document"),
  getDocuments: () => require("./get-documents") as typeof import("./get-documents"),
  getNumberRequest: () => require("./get-number-request") as typeof import("./get-number-request"),
  getNumberRequests: () => require("./get-number-requests") as typeof import("./get-number-requests"),
  getNumbers: () => require("./get-numbers") as typeof import("./get-numbers"),
  getOrganization: () => require("./get-organization") as typeof import("./get-organization"),
  getOrganizationTools: () => require("./get-organization-tools") as typeof import("./get-organization-tools"),
  getOrganizations: () => require("./get-organizations") as typeof import("./get-organizations"),
  getVoiceCatalog: () => require("./get-voice-catalog") as typeof import("./get-voice-catalog"),
  getVoiceConfig: () => require("./get-voice-config") as typeof import("./get-voice-config"),
  getWorkspace: () => require("./get-workspace") as typeof import("./get-workspace"),
  getWorkspaceTools: () => require("./get-workspace-tools") as typeof import("./get-workspace-tools"),
  getWorkspaces: () => require("./get-workspaces") as typeof import("./get-workspaces"),
};

/** A data function for a host, which checks neither args nor results. */
export interface DataFunction {
  readonly ask: Ask<Values, object>;
  readonly secret: boolean;
}

/** @throws when this release has no such function */
export function functionOf(name: string): DataFunction {
  const load = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!load) throw new Error(`This release of lumenone does not have the function "${name}".`);
  const { [name]: ask, secret = false } = load();
  return { ask: ask as Ask<Values, object>, secret };
}
