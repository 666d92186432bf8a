// Generated from api/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the key is valid */
        get: operations["verifyApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company's accounts */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Make an account
         * @description Names may repeat. An account can be neither read alone, renamed nor deleted.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organizations of the account, or of the whole company
         * @description Without X-Account-Id: every organization of the company.
         */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an organization
         * @description The server makes the slug from the name and suffixes it when it is taken. Names may repeat.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /** Delete an organization with everything inside */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename an organization
         * @description Partial. The slug stays as it was.
         */
        post: operations["updateOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's workspaces */
        get: operations["listOrganizationWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/workspace/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a workspace
         * @description Accepts every writable field. Odd values are coerced, never rejected; only a missing name is a 400 (assumed). Names may repeat. Upstream ignores openAiPrompt here and stores the default prompt in every version from 5716ac5ed (2025-11-24, 1.9.0) until ba1ac2f09 (2026-07-06, 1.15.0); it is kept since (mws:210-218). An update sets it in all of them.
         */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's tools */
        get: operations["listOrganizationTools"];
        put?: never;
        /**
         * Make a tool
         * @description 409 when the organization has a tool of that name.
         */
        post: operations["createOrganizationTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/tools/{toolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a tool
         * @description Detaches it from every workspace.
         */
        delete: operations["deleteOrganizationTool"];
        options?: never;
        head?: never;
        /**
         * Change a tool
         * @description Partial, and may rename. 409 when another tool has that name.
         */
        patch: operations["updateOrganizationTool"];
        trace?: never;
    };
    "/org/{orgSlug}/document/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a document into the default folder
         * @description Every upload is a new document: no upsert. A workspace of addToWorkspaces that is of another organization is a 400.
         */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/upload/{folderName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a document into a folder
         * @description As uploadDocument. A folder that is missing is made. Upstream returns 500 for a folder name with a separator, also an encoded one, since 443a492e3 (2026-07-29).
         */
        post: operations["uploadDocumentIntoFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every folder with its documents
         * @description With a query folder (and offset, limit; limit is 100 by default there, at most 1,000) upstream returns one page of that folder instead, in the form of listDocumentsInFolder, since 443a492e3 (2026-07-29; server/utils/files/index.js:144-171).
         */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/documents/folder/{folderName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents of one folder
         * @description A missing folder is a 404 whose JSON has folder, an empty documents, and error. Since 443a492e3 (2026-07-29; server/utils/files/index.js:144-171) upstream takes offset and limit here (all by default, a number at most 1,000), adds totalCount, hasMore, code and error, and leaves out files whose metadata is broken or missing, so that a page may hold fewer than limit and documents fewer than totalCount.
         */
        get: operations["listDocumentsInFolder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/{docName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document by the last segment of its docpath */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/create-folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a folder
         * @description Neither an id nor a path comes back. A name that exists fails with 500 "Folder by that name already exists". Upstream takes a name such as a/b here, into which nothing can be uploaded since 443a492e3 (2026-07-29).
         */
        post: operations["createFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/remove-folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a folder with everything in it
         * @description Un-embeds its documents from every workspace. 200 for an unknown name too. The default folder custom-documents cannot be deleted (400, assumed).
         */
        delete: operations["deleteFolder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/move-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move documents between folders
         * @description Embedded documents are skipped with 200 and "n/m files not moved. Unembed them from all workspaces." A missing target folder is a 500.
         */
        post: operations["moveDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/document/remove-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete documents
         * @description A docpath of another organization is a 400.
         */
        delete: operations["deleteDocuments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workspace
         * @description Upstream returns an array of one, and for an unknown slug 200 with an empty array, or 404.
         */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        /**
         * Delete a workspace; its documents stay
         * @description An unknown slug is a 400 or a 404: after a 400 a read decides whether it is gone. Upstream returns 403 with success false and the error "Workspace deletion is blocked by the system administrator." where the server's variable WORKSPACE_DELETION_PROTECTION is set, whatever the key, since d348b1744 (2026-05-20).
         */
        delete: operations["deleteWorkspace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a workspace
         * @description Absent keys stay, unknown keys are dropped, odd values are coerced. With no valid field: 200 with the id only and "No valid fields to update!", which is not state (ws:252). An update that fails in the database returns workspace null and a message, with 500 since cab4bed29 (2026-07-30) and with 200 before (ws:350-352). Setting chatProvider to "default" empties chatProvider and chatModel (mws:257); since 2026-05-20 setting it to "anythingllm-router" empties chatModel, and to any other empties router_id (mws:262-271). A create does none of that.
         */
        post: operations["updateWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/update-embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Embed and un-embed documents
         * @description Deletes run first. Synchronous and slow. Unknown docpaths, failures and missing deletes are silent 200s, adding twice makes a second row: verify in workspace.documents[].docpath. A docpath of another organization is a 400.
         */
        post: operations["updateWorkspaceEmbeddings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tools attached to the workspace */
        get: operations["listWorkspaceTools"];
        put?: never;
        /**
         * Attach a tool
         * @description Idempotent. A tool of another organization is a 400.
         */
        post: operations["attachWorkspaceTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/tools/{toolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Detach a tool
         * @description 404 when it is not attached.
         */
        delete: operations["detachWorkspaceTool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/voice-integration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace's voice assistant
         * @description 404 until provisioned.
         */
        get: operations["getVoiceAssistantConfig"];
        put?: never;
        /**
         * Make the voice assistant of the workspace
         * @description The rules of the update for every field; may be empty, which gives an assistant with defaults. 409 where one exists. (Assumed.)
         */
        post: operations["provisionVoiceIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace's voice assistant
         * @description Needs at least one of the seven fields; an omitted one is unchanged. With provider in a voice or transcriber all fields of that provider come along: voice vapi takes voiceId (of the catalog) and no model, voice 11labs a free voiceId and a model of the catalog, transcribers a model of that provider and a language of that model. Without provider the merged result is validated. Fallback lists replace the stored ones. Null resets firstMessage and prompt. Nothing unlinks a number.
         */
        patch: operations["updateVoiceAssistantConfig"];
        trace?: never;
    };
    "/voice-integration/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers, voices, models and languages */
        get: operations["getVoiceCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/voice-integration/call-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company's call logs, newest first */
        get: operations["listCallLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/voice-integration/call-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace's call logs, newest first */
        get: operations["listWorkspaceCallLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/number-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's number requests */
        get: operations["listNumberRequests"];
        put?: never;
        /**
         * Ask for a phone number
         * @description A person fulfils it: it can stay pending for days. It can be neither changed nor withdrawn.
         */
        post: operations["createNumberRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/number-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One number request */
        get: operations["getNumberRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's phone numbers
         * @description scope without organization_id is a 400.
         */
        get: operations["listNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org/{orgSlug}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's phone numbers */
        get: operations["listOrganizationNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/whatsapp-integration/connect-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A token for the onboarding page */
        post: operations["mintWhatsAppConnectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspace/{slug}/whatsapp-integration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect WhatsApp
         * @description 404 when it is not connected.
         */
        delete: operations["disconnectWhatsApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp-integration/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The onboarding page, for an iframe
         * @description Authorized by the token alone: a browser opens it.
         */
        get: operations["renderWhatsAppConnectPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/whatsapp-integration/finalize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the onboarding; called by the page
         * @description Authorized by the token alone. A token is good for one onboarding.
         */
        post: operations["finalizeWhatsAppOnboarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            success?: boolean;
            message?: string | null;
            error?: string | null;
        };
        /** @description The text is documented under message, and stands under error at run time upstream. */
        InvalidAPIKey: {
            message?: string;
            error?: string;
        };
        Result: {
            success?: boolean;
            message?: string | null;
        };
        AuthStatus: {
            authenticated: boolean;
        };
        Account: {
            /** Format: uuid */
            readonly id: string;
            name: string;
            /** Format: date-time */
            readonly createdAt?: string;
        };
        AccountCreate: {
            name: string;
        };
        Organization: {
            readonly id?: number | string;
            name: string;
            /** @description Hex in lists, where originalSlug stands beside it. Made by the server, never changes. */
            readonly slug: string;
            /** Format: slug */
            readonly originalSlug?: string;
            /** Format: uuid */
            readonly accountId?: string;
            /** Format: date-time */
            readonly createdAt?: string;
            /** Format: date-time */
            readonly lastUpdatedAt?: string;
        };
        OrganizationCreate: {
            name: string;
        };
        OrganizationUpdate: {
            name?: string;
        };
        /** @description What can be written. An empty string and null read back alike. */
        WorkspaceSettings: {
            /** @description Cut to 255 characters; "My Workspace" when it is not a string. */
            name?: string;
            /**
             * @description Sampling temperature. Below 0 or not a number becomes null; there is no upper bound.
             * @default null
             */
            openAiTemp?: number | null;
            /**
             * @description Messages of the chat that are sent along. Not a number becomes 20, below 0 becomes 0.
             * @default 20
             */
            openAiHistory?: number;
            /**
             * @description System prompt. Empty, and anything but a text, becomes null (mws:117-124). A create may ignore it (see there), and newer servers fill in a text of theirs where it is missing (mws:210-218).
             * @default null
             */
            openAiPrompt?: string | null;
            /**
             * @description Clamped to 0..1.
             * @default 0.25
             */
            similarityThreshold?: number;
            /**
             * @description Snippets of context for a response. Below 1 becomes 1, null or not a number becomes 4 (mws:89-95; the same at 985527c3e, mws:88-94).
             * @default 4
             */
            topN?: number;
            /**
             * @description automatic since f39508397 (2026-03-18). An unknown or empty one, null included, becomes the server's default, which is chat at 985527c3e and automatic since e1ad9080d (2026-03-31; mws:96-100). A create without it stores that default (mws:224).
             * @default chat
             */
            chatMode?: string;
            /**
             * @description Empty or none becomes null (mws:101). See updateWorkspace for default and anythingllm-router.
             * @default null
             */
            chatProvider?: string | null;
            /**
             * @description Empty becomes null; none is a text as any other (mws:105).
             * @default null
             */
            chatModel?: string | null;
            /**
             * @description Empty or none becomes null (mws:109).
             * @default null
             */
            agentProvider?: string | null;
            /**
             * @description Empty becomes null; none is a text as any other (mws:113).
             * @default null
             */
            agentModel?: string | null;
            /**
             * @description The response in query mode when nothing was found. Empty, and anything but a text, becomes null (mws:117-124).
             * @default null
             */
            queryRefusalResponse?: string | null;
            /**
             * @description An unknown one becomes the default.
             * @default default
             */
            vectorSearchMode?: string;
        };
        WorkspaceCreate: WithRequired<components["schemas"]["WorkspaceSettings"], "name">;
        WorkspaceUpdate: components["schemas"]["WorkspaceSettings"];
        /** @description A workspace, or the id of one where nothing was updated. */
        PartialWorkspace: components["schemas"]["WorkspaceSettings"] & {
            readonly id?: number | string;
            /** @description Hex in lists, where originalSlug stands beside it. Made by the server, never changes. */
            readonly slug?: string;
            /** Format: slug */
            readonly originalSlug?: string;
            /** Format: date-time */
            readonly createdAt?: string;
            /** Format: date-time */
            readonly lastUpdatedAt?: string;
            /** @description The model router that the workspace uses, since 2026-05-20 (mws:58, 134). Routers have no endpoint in this API. */
            readonly router_id?: number | null;
            readonly documents?: components["schemas"]["WorkspaceDocument"][];
            readonly threads?: Record<string, never>[];
        };
        Workspace: components["schemas"]["PartialWorkspace"];
        /** @description One embedding. The same docpath can stand in several. */
        WorkspaceDocument: {
            id?: number | string;
            docId?: string;
            /** @description The last segment of the docpath since b18048217 (2026-06-24; server/models/documents.js:123), the second one before, which is the folder where an organization stands first. Match by docpath. */
            filename?: string;
            /** @description Upstream's storage knows exactly folder/name.json (server/utils/files/index.js:713-718), so the organization in front is LumenOne's own and may be missing here (assumed). Compare without it. */
            docpath: string;
            workspaceId?: number | string;
            metadata?: string | null;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            lastUpdatedAt?: string;
        };
        EmbeddingsUpdate: {
            /** @description Docpaths. */
            adds?: string[];
            /** @description Docpaths. */
            deletes?: string[];
        };
        Tool: {
            readonly id: number | string;
            name: string;
            description?: string | null;
            type?: string;
            config?: {
                [key: string]: unknown;
            } | null;
            /** @default true */
            enabled?: boolean;
        };
        ToolCreate: {
            /** @description Unique in the organization. */
            name: string;
            /** @default null */
            description?: string | null;
            type: string;
            /** @default null */
            config?: {
                [key: string]: unknown;
            } | null;
            /** @default true */
            enabled?: boolean;
        };
        ToolUpdate: {
            /** @description Unique in the organization. */
            name?: string;
            description?: string | null;
            type?: string;
            config?: {
                [key: string]: unknown;
            } | null;
            enabled?: boolean;
        };
        ToolAttachment: {
            toolId: number | string;
        };
        ToolAttachmentResult: {
            success?: boolean;
            tool?: components["schemas"]["Tool"];
        };
        FolderCreate: {
            /** @description Without / and without two dots in a row. */
            name: string;
        };
        FolderDelete: {
            name: string;
        };
        Document: {
            readonly id?: string;
            /** @description The last segment of the docpath. Upstream makes it of the file's name, which loses the characters < > : " / \ | ? * and, since 2026-04-06, typographic quotes (collector/utils/files/index.js). */
            readonly name?: string;
            readonly type?: string;
            /** @description The file's name where none is given; it may lose the same characters. */
            title?: string;
            /** @description The docpath, perhaps without the organization (assumed). */
            readonly location?: string;
            readonly url?: string | null;
            docAuthor?: string | null;
            description?: string | null;
            docSource?: string | null;
            readonly chunkSource?: string | null;
            readonly published?: string | null;
            readonly wordCount?: number | null;
            readonly token_count_estimate?: number | null;
            readonly pageContent?: string;
        };
        DocumentMetadata: {
            title?: string;
            docAuthor?: string;
            description?: string;
            docSource?: string;
        };
        DocumentUpload: {
            /** Format: binary */
            file: string;
            /** @description Original slugs of workspaces to embed it into, comma-separated. */
            addToWorkspaces?: string;
            /** @description JSON in a text field. */
            metadata?: components["schemas"]["DocumentMetadata"];
        };
        DocumentUploadResult: {
            success?: boolean;
            error?: string | null;
            documents: components["schemas"]["Document"][];
        };
        DocumentTree: {
            name?: string;
            type?: string;
            items: components["schemas"]["DocumentFolder"][];
        };
        DocumentFolder: {
            name: string;
            type?: string;
            items?: components["schemas"]["Document"][];
        };
        DocumentMove: {
            files: {
                /** @description A docpath. */
                from: string;
                /** @description A docpath. */
                to: string;
            }[];
        };
        DocumentDelete: {
            /** @description Docpaths. */
            files: string[];
        };
        DocumentDeleteResult: {
            success?: boolean;
            message?: string | null;
            purged?: string[];
            failed?: {
                path?: string;
                reason?: string;
            }[];
        };
        Voice: {
            provider?: string;
            /** @description vapi: of the catalog; 11labs: free. */
            voiceId?: string;
            /** @description 11labs: of the catalog; vapi: must not be sent. */
            model?: string;
        };
        Transcriber: {
            provider?: string;
            /** @description Of the catalog. */
            model?: string;
            /** @description A language of the model in the catalog. */
            language?: string;
        };
        VoiceIntegration: {
            readonly id?: number | string;
            readonly assistant?: string | null;
            readonly workspace_id?: number | string;
            firstMessage?: string | null;
            prompt?: string | null;
            voice?: components["schemas"]["Voice"];
            transcriber?: components["schemas"]["Transcriber"];
            fallbackVoices?: components["schemas"]["Voice"][];
            fallbackTranscribers?: components["schemas"]["Transcriber"][];
            number_id?: number | null;
        };
        VoiceIntegrationProvision: {
            firstMessage?: string | null;
            prompt?: string | null;
            voice?: components["schemas"]["Voice"];
            transcriber?: components["schemas"]["Transcriber"];
            fallbackVoices?: components["schemas"]["Voice"][];
            fallbackTranscribers?: components["schemas"]["Transcriber"][];
            /** @description A number of the workspace's organization that no other voice integration has. */
            number_id?: number;
        };
        VoiceIntegrationUpdate: components["schemas"]["VoiceIntegrationProvision"];
        /** @description providers is a map, or an array keyed by id or name. */
        VoiceCatalog: {
            voice?: components["schemas"]["VoiceCatalogSection"];
            transcriber?: components["schemas"]["VoiceCatalogSection"];
        };
        VoiceCatalogSection: {
            providers?: {
                [key: string]: components["schemas"]["VoiceCatalogProvider"];
            } | components["schemas"]["VoiceCatalogProvider"][];
        };
        VoiceCatalogProvider: {
            id?: string;
            name?: string;
            voiceIds?: components["schemas"]["VoiceCatalogChoice"][];
            models?: components["schemas"]["VoiceCatalogModel"][];
        };
        VoiceCatalogChoice: {
            value: string;
            label?: string;
        };
        VoiceCatalogModel: components["schemas"]["VoiceCatalogChoice"] & {
            languages?: components["schemas"]["VoiceCatalogChoice"][];
        };
        CallLog: {
            id: number;
            cost_total?: number | null;
            stt?: number | null;
            llm?: number | null;
            tts?: number | null;
            vapi?: number | null;
            duration_seconds?: number | null;
            customer_number?: string | null;
            assistant?: string | null;
            summary?: string | null;
            vapi_call_id?: string | null;
            workspace_id?: number | null;
            /** Format: date-time */
            created_at: string;
        };
        Number: {
            id: number;
            /** @description E.164. */
            number?: string;
            country?: string;
            number_type?: string;
            organization_id?: number;
            voice_integration_id?: (number | null) | string;
        };
        NumberRequest: {
            readonly id: number | string;
            country?: string;
            number_type?: string;
            readonly status: string;
            readonly number_id?: number | null;
            /** Format: date-time */
            readonly created_at?: string;
        };
        NumberRequestCreate: {
            country: string;
            number_type: string;
        };
        WhatsAppConnectToken: {
            token: string;
            url: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        WhatsAppFinalize: {
            token: string;
            /** @description What the page got from WhatsApp. */
            code?: string;
        };
    };
    responses: {
        /** @description Done. Some servers say so in JSON, some in text. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Result"];
                "text/plain": string;
            };
        };
        /** @description Wrong slug form, a docpath or workspace of another organization, a missing field, a wrong filter */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description The key is missing, malformed or revoked, or the account is of another company */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidAPIKey"];
                "text/plain": string;
            };
        };
        /** @description Absent, or not visible */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description In use already (assumed) */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description A rate limit (assumed) */
        TooManyRequests: {
            headers: {
                /** @description Seconds, or an HTTP date. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description The server failed */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
    };
    parameters: {
        /** @description The account of the organization. Missing or malformed 400, of another company 403. */
        AccountId: string;
        /** @description Narrows the list to one account. */
        OptionalAccountId: string;
        /**
         * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
         * @example 61636d65
         */
        OrgSlug: string;
        /**
         * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
         * @example 737570706f7274
         */
        WorkspaceSlug: string;
        FolderName: string;
        /** @description The last segment of the docpath. */
        DocName: string;
        ToolId: string;
        NumberRequestId: string;
        /** @description Documented as an enum whose values are assumed. Another value is a 400. */
        NumberRequestStatus: "pending" | "approved" | "fulfilled" | "rejected" | "cancelled";
        OrganizationIdFilter: number;
        /** @description Its values are unknown. A 400 without organization_id. */
        Scope: string;
        /** @description The original slug. For an unknown one an empty list or a 404 (assumed). */
        CallLogWorkspace: string;
        Limit: number;
        Offset: number;
        /** @description ISO 8601, inclusive, on created_at. */
        After: string;
        /** @description ISO 8601, inclusive, on created_at. */
        Before: string;
        ConnectToken: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    verifyApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStatus"];
                };
            };
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: components["schemas"]["Account"][];
                    };
                };
            };
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["Account"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Narrows the list to one account. */
                "X-Account-Id"?: components["parameters"]["OptionalAccountId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organizations: components["schemas"]["Organization"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organization: components["schemas"]["Organization"];
                        message?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organization: components["schemas"]["Organization"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organization: components["schemas"]["Organization"];
                        message?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listOrganizationWorkspaces: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspaces: components["schemas"]["Workspace"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: components["schemas"]["Workspace"];
                        message?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listOrganizationTools: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tools: components["schemas"]["Tool"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createOrganizationTool: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tool: components["schemas"]["Tool"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteOrganizationTool: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                toolId: components["parameters"]["ToolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateOrganizationTool: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                toolId: components["parameters"]["ToolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tool: components["schemas"]["Tool"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DocumentUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentUploadResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    uploadDocumentIntoFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                folderName: components["parameters"]["FolderName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DocumentUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentUploadResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listDocuments: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        localFiles?: components["schemas"]["DocumentTree"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listDocumentsInFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                folderName: components["parameters"]["FolderName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        folder?: string;
                        documents: components["schemas"]["Document"][];
                        totalCount?: number;
                        hasMore?: boolean;
                        code?: number;
                        error?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                /** @description The last segment of the docpath. */
                docName: components["parameters"]["DocName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        document: components["schemas"]["Document"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderCreate"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteFolder: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderDelete"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    moveDocuments: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentMove"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteDocuments: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentDelete"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDeleteResult"];
                };
            };
            /** @description Partial success */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDeleteResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: components["schemas"]["Workspace"] | components["schemas"]["Workspace"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteWorkspace: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateWorkspace: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: components["schemas"]["PartialWorkspace"];
                        message?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateWorkspaceEmbeddings: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddingsUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspace: components["schemas"]["Workspace"];
                        message?: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listWorkspaceTools: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tools: components["schemas"]["Tool"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    attachWorkspaceTool: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolAttachment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolAttachmentResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    detachWorkspaceTool: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
                toolId: components["parameters"]["ToolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getVoiceAssistantConfig: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        voiceIntegration: components["schemas"]["VoiceIntegration"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    provisionVoiceIntegration: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VoiceIntegrationProvision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        voiceIntegration: components["schemas"]["VoiceIntegration"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateVoiceAssistantConfig: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoiceIntegrationUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        voiceIntegration: components["schemas"]["VoiceIntegration"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getVoiceCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceCatalog"];
                };
            };
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listCallLogs: {
        parameters: {
            query?: {
                /** @description The original slug. For an unknown one an empty list or a 404 (assumed). */
                workspace_slug?: components["parameters"]["CallLogWorkspace"];
                limit?: components["parameters"]["Limit"];
                offset?: components["parameters"]["Offset"];
                /** @description ISO 8601, inclusive, on created_at. */
                after?: components["parameters"]["After"];
                /** @description ISO 8601, inclusive, on created_at. */
                before?: components["parameters"]["Before"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        callLogs: components["schemas"]["CallLog"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listWorkspaceCallLogs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                offset?: components["parameters"]["Offset"];
                /** @description ISO 8601, inclusive, on created_at. */
                after?: components["parameters"]["After"];
                /** @description ISO 8601, inclusive, on created_at. */
                before?: components["parameters"]["Before"];
            };
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        callLogs: components["schemas"]["CallLog"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listNumberRequests: {
        parameters: {
            query?: {
                /** @description Documented as an enum whose values are assumed. Another value is a 400. */
                status?: components["parameters"]["NumberRequestStatus"];
            };
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numberRequests: components["schemas"]["NumberRequest"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createNumberRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberRequestCreate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numberRequest: components["schemas"]["NumberRequest"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getNumberRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
                id: components["parameters"]["NumberRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numberRequest: components["schemas"]["NumberRequest"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listNumbers: {
        parameters: {
            query?: {
                organization_id?: components["parameters"]["OrganizationIdFilter"];
                /** @description Its values are unknown. A 400 without organization_id. */
                scope?: components["parameters"]["Scope"];
            };
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numbers: components["schemas"]["Number"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listOrganizationNumbers: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The organization's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 61636d65
                 */
                orgSlug: components["parameters"]["OrgSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numbers: components["schemas"]["Number"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    mintWhatsAppConnectToken: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppConnectToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    disconnectWhatsApp: {
        parameters: {
            query?: never;
            header: {
                /** @description The account of the organization. Missing or malformed 400, of another company 403. */
                "X-Account-Id": components["parameters"]["AccountId"];
            };
            path: {
                /**
                 * @description The workspace's slug in hex, lower case, of its UTF-8 bytes.
                 * @example 737570706f7274
                 */
                slug: components["parameters"]["WorkspaceSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    renderWhatsAppConnectPage: {
        parameters: {
            query: {
                token: components["parameters"]["ConnectToken"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    finalizeWhatsAppOnboarding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatsAppFinalize"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
