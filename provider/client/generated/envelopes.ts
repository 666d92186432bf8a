// Generated from api/openapi.yaml by `npm run generate`. Do not edit.

export interface Envelopes {
  listAccounts: "accounts";
  createAccount: "account";
  listOrganizations: "organizations";
  createOrganization: "organization";
  getOrganization: "organization";
  updateOrganization: "organization";
  listOrganizationWorkspaces: "workspaces";
  createWorkspace: "workspace";
  listOrganizationTools: "tools";
  createOrganizationTool: "tool";
  updateOrganizationTool: "tool";
  uploadDocument: "documents";
  uploadDocumentIntoFolder: "documents";
  listDocuments: "localFiles";
  listDocumentsInFolder: "documents";
  getDocument: "document";
  getWorkspace: "workspace";
  updateWorkspace: "workspace";
  updateWorkspaceEmbeddings: "workspace";
  listWorkspaceTools: "tools";
  getVoiceAssistantConfig: "voiceIntegration";
  updateVoiceAssistantConfig: "voiceIntegration";
  provisionVoiceIntegration: "voiceIntegration";
  listCallLogs: "callLogs";
  listWorkspaceCallLogs: "callLogs";
  listNumberRequests: "numberRequests";
  createNumberRequest: "numberRequest";
  getNumberRequest: "numberRequest";
  listNumbers: "numbers";
  listOrganizationNumbers: "numbers";
}
