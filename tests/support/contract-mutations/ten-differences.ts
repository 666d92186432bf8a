/** Ten ways in which LumenOne differs from the contract. */
export const tenDifferences = `
overlay: 1.0.0
info: { title: Ten differences, version: "1" }
actions:
  - target: $.paths['/org/new'].post
    update: { x-wire-path: /organizations }
  - target: $.paths['/workspace/{slug}/update'].post
    update: { x-wire-method: patch }
  - target: $.paths['/org/{orgSlug}/tools'].post.parameters[0]
    update: { x-wire-in: query, x-wire-name: organization }
  - target: $.paths['/org/{orgSlug}/tools'].post
    update: { x-wire-path: /tools }
  - target: $.components.schemas.WorkspaceSettings.properties.topN
    update: { x-wire-name: top_n }
  - target: $.paths['/org/{orgSlug}/workspaces'].get['x-envelope']
    remove: true
  - target: $.paths['/org/{orgSlug}/workspaces'].get
    update: { x-envelope: [data.items] }
  - target: $.components.schemas.FolderDelete.properties.name
    update: { x-wire-in: query, x-wire-name: folder }
  - target: $.components.parameters.AccountId
    update: { x-wire-name: X-Account }
  - target: $.paths['/org/{orgSlug}/document/create-folder'].post.requestBody.content
    update: { application/x-www-form-urlencoded: {} }
  - target: $.components.schemas.VoiceIntegration.properties.firstMessage
    update: { x-wire-name: greeting }
  - target: $.components.schemas.VoiceIntegrationProvision.properties.firstMessage
    update: { x-wire-name: greeting }
  - target: $.paths['/org/new'].post.responses
    update: { "201": { description: Created } }
`;
