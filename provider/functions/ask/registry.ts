import { type Values } from "../../lifecycle/state/values";
import { type Ask } from "./ask";

/** The data functions by their names, each loaded when it is first called. */
const functions = {
  getAccounts: () => (require("./get-accounts") as typeof import("./get-accounts")).getAccounts,
  getAuthStatus: () => (require("./get-auth-status") as typeof import("./get-auth-status")).getAuthStatus,
  getCallLogs: () => (require("./get-call-logs") as typeof import("./get-call-logs")).getCallLogs,
  getDocument: () => (require("./get-document") as typeof import("./get-document")).getDocument,
  getDocuments: () => (require("./get-documents") as typeof import("./get-documents")).getDocuments,
  getNumberRequest: () => (require("./get-number-request") as typeof import("./get-number-request")).getNumberRequest,
  getNumberRequests: () =>
    (require("./get-number-requests") as typeof import("./get-number-requests")).getNumberRequests,
  getNumbers: () => (require("./get-numbers") as typeof import("./get-numbers")).getNumbers,
  getOrganization: () => (require("./get-organization") as typeof import("./get-organization")).getOrganization,
  getOrganizationTools: () =>
    (require("./get-organization-tools") as typeof import("./get-organization-tools")).getOrganizationTools,
  getOrganizations: () => (require("./get-organizations") as typeof import("./get-organizations")).getOrganizations,
  getVoiceCatalog: () => (require("./get-voice-catalog") as typeof import("./get-voice-catalog")).getVoiceCatalog,
  getVoiceConfig: () => (require("./get-voice-config") as typeof import("./get-voice-config")).getVoiceConfig,
  getWorkspace: () => (require("./get-workspace") as typeof import("./get-workspace")).getWorkspace,
  getWorkspaceTools: () =>
    (require("./get-workspace-tools") as typeof import("./get-workspace-tools")).getWorkspaceTools,
  getWorkspaces: () => (require("./get-workspaces") as typeof import("./get-workspaces")).getWorkspaces,
};

/** Functions whose results hold credentials, or customers' numbers and summaries. */
const secretResults: readonly string[] = ["getCallLogs", "getOrganizationTools", "getWorkspaceTools"];

/** A data function for a host, which checks neither args nor results. */
export interface DataFunction {
  readonly ask: Ask<Values, object>;
  readonly secret: boolean;
}

/** @throws when this release has no such function */
export function functionOf(name: string): DataFunction {
  if (Object.hasOwn(functions, name)) {
    const load = functions[name as keyof typeof functions];
    return { ask: load() as Ask<Values, object>, secret: secretResults.includes(name) };
  }
  throw new Error(`This release of lumenone does not have the function "${name}".`);
}
