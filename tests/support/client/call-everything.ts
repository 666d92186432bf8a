import { Readable } from "node:stream";
import { type Client } from "pulumi-lumenone/client";

/** A tenant's life in which each of the 45 operations is called, and what the responses say that matters. */
export async function callEverything(client: Client): Promise<unknown[]> {
  const seen: unknown[] = [];
  const see = (value: unknown) => seen.push(value);
  const acme = { orgSlug: "acme" };
  const support = { slug: "support" };
  const file = { name: "a.md", open: () => Readable.from(["# A"]) };

  see((await client.verifyApiKey()).authenticated);
  const account = await client.createAccount({}, { name: "Third" });
  see((await client.listAccounts()).some(({ id, name }) => id === account.id && name === "Third"));
  see((await client.createOrganization({}, { name: "Bolt" })).name);
  const bolt = { orgSlug: "bolt" };
  see((await client.updateOrganization(bolt, { name: "Bolt Ltd" })).name);
  see((await client.getOrganization(bolt)).name);
  see((await client.listOrganizations()).map(({ name, originalSlug }) => [name, originalSlug]));
  see((await client.createWorkspace(bolt, { name: "Sales", topN: 6, openAiPrompt: "Be kind." })).name);
  const sales = { slug: "sales" };
  see((await client.listOrganizationWorkspaces(bolt)).map(({ name, originalSlug }) => [name, originalSlug]));
  see((await client.updateWorkspace(sales, { chatMode: "query", openAiTemp: 0.5 })).chatMode);
  const workspace = await client.getWorkspace(sales);
  see([
    workspace.topN,
    workspace.chatMode,
    workspace.openAiTemp,
    workspace.openAiPrompt,
    workspace.similarityThreshold,
  ]);

  const tool = await client.createOrganizationTool(bolt, {
    name: "orders",
    type: "function",
    config: { key: "s3cret" },
  });
  const toolId = String(tool.id);
  see([tool.name, tool.type, tool.enabled, tool.description]);
  see((await client.updateOrganizationTool({ ...bolt, toolId }, { enabled: false, description: "x" })).enabled);
  see((await client.listOrganizationTools(bolt)).map(({ name, description }) => [name, description]));
  await client.attachWorkspaceTool(sales, { toolId });
  see((await client.listWorkspaceTools(sales)).map(({ name }) => name));
  await client.detachWorkspaceTool({ ...sales, toolId });
  await client.deleteOrganizationTool({ ...bolt, toolId });

  await client.createFolder(bolt, { name: "hand book" });
  const metadata = { title: "Title", docAuthor: "Author" };
  const [one] = await client.uploadDocumentIntoFolder({ ...bolt, folderName: "hand book" }, { file, metadata });
  see([one!.title, one!.docAuthor]);
  const [uploaded] = await client.uploadDocument(bolt, { file: Buffer.from("two") });
  const docpath = uploaded!.location!;
  see((await client.listDocuments(bolt)).items?.map(({ name, items }) => [name, items?.length]).sort());
  see((await client.listDocumentsInFolder({ ...bolt, folderName: "hand book" })).map(({ title }) => title));
  see((await client.getDocument({ ...bolt, docName: docpath.split("/").at(-1)! })).wordCount);
  const embedded = await client.updateWorkspaceEmbeddings(sales, { adds: [docpath], deletes: [] });
  see(embedded.documents?.map((document) => document.docpath === docpath));
  await client.updateWorkspaceEmbeddings(sales, { adds: [], deletes: [docpath] });
  const moved = docpath.replace("custom-documents", "hand book");
  await client.moveDocuments(bolt, { files: [{ from: docpath, to: moved }] });
  see((await client.deleteDocuments(bolt, { files: [moved] })).purged?.length);
  await client.deleteFolder(bolt, { name: "hand book" });

  const catalog = (await client.getVoiceCatalog()) as {
    voice?: { providers?: Record<string, { voiceIds?: { value: string }[] }> };
  };
  see(catalog.voice?.providers?.["vapi"]?.voiceIds?.map(({ value }) => value));
  await client.provisionVoiceIntegration(support, { firstMessage: "Hi" });
  const voice = await client.updateVoiceAssistantConfig(support, {
    firstMessage: "Hello",
    number_id: 1,
    voice: { provider: "vapi", voiceId: "Elliot" },
  });
  see([voice.firstMessage, voice.number_id, voice.voice]);
  see((await client.getVoiceAssistantConfig(support)).firstMessage);
  const calls = await client.listCallLogs({ workspace_slug: "support", limit: 3 });
  see(calls.map(({ id, cost_total, created_at }) => [id, cost_total, created_at !== undefined]));
  see((await client.listWorkspaceCallLogs({ ...support, offset: 1 })).length);

  see((await client.listNumbers({ organization_id: 1, scope: "all" })).map(({ number }) => number));
  see((await client.listOrganizationNumbers(acme)).map(({ id, number }) => [id, number]));
  const request = await client.createNumberRequest(bolt, { country: "DE", number_type: "local" });
  see([request.country, request.number_type, request.status]);
  see((await client.getNumberRequest({ ...bolt, id: String(request.id) })).status);
  see((await client.listNumberRequests({ ...bolt, status: "pending" })).map(({ number_type }) => number_type));

  const { token } = await client.mintWhatsAppConnectToken(sales);
  see((await client.renderWhatsAppConnectPage({ token })).includes("Connect your WhatsApp"));
  await client.finalizeWhatsAppOnboarding({}, { token, code: "code" });
  await client.disconnectWhatsApp(sales);
  await client.deleteWorkspace(sales);
  await client.deleteOrganization(bolt);
  return seen;
}

/** What a simulator has to have for it. */
export const everythingSeed = {
  organizations: [{ name: "Acme" }],
  workspaces: [{ organization: "acme", name: "Support" }],
  numbers: [{ organization: "acme", number: "+15550001111" }],
  callLogs: Array.from({ length: 7 }, () => ({ workspace: "support" })),
};
