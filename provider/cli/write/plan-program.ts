import { type Context } from "../../lifecycle/process/context";
import { type Tenant, type TenantDocument, type TenantObject, type TenantOrganization } from "../tenant/tenant";
import { Declarer } from "./declarer";
import { kebab, Names, titleWords, wordsOf } from "./names";
import { type Declaration, type OrganizationPlan, type PlanOptions, type ProgramPlan } from "./plan";
import { Variables } from "./variables";

/** Plans the program that declares this tenant, and the state that its `up` would have left behind. */
export async function planProgram(tenant: Tenant, context: Context, options: PlanOptions): Promise<ProgramPlan> {
  const declarer = new Declarer(context, options);
  const accounts = await declareAccounts(tenant.accounts, declarer);
  const files = new Names();
  const organizations: OrganizationPlan[] = [];
  for (const organization of tenant.organizations) {
    const variables = new Variables(files.take(wordsOf(organization.organization)));
    organizations.push(await planOrganization(organization, declarer, variables, options));
  }
  const { prompts, documents, secrets, notes } = declarer;
  return { accounts, organizations, prompts, documents, secrets, notes: [...tenant.notes, ...notes] };
}

/** The accounts themselves, to which organizations refer. */
async function declareAccounts(accounts: readonly TenantObject[], declarer: Declarer): Promise<Declaration[]> {
  const variables = new Variables("accounts");
  const declarations: Declaration[] = [];
  for (const account of accounts) {
    const declaration = await declarer.declare(variables, account, wordsOf(account), wordsOf(account));
    if (!declaration) continue;
    declarations.push(declaration);
    const { kind, logicalName, variable = "" } = declaration;
    declarer.accounts.set(account.id, { kind, logicalName, variable });
  }
  return declarations;
}

/** Goes through an organization in the order in which the program declares it. */
async function planOrganization(
  { organization, folders, tools, workspaces, documents, numberRequests }: TenantOrganization,
  declarer: Declarer,
  variables: Variables,
  { clone = false }: PlanOptions,
): Promise<OrganizationPlan> {
  const { file } = variables;
  const declarations: Declaration[] = [];
  const remarks: string[] = [];
  const add = (declaration: Declaration | undefined) => {
    if (declaration) declarations.push(declaration);
    return declaration;
  };
  const declare = async (object: TenantObject, wanted: string, variable?: string) =>
    add(await declarer.declare(variables, object, wanted, variable));

  const own = await declare(organization, file, wordsOf(organization));
  if (!own) return { file, declarations, remarks };
  const filled = new Set(documents.flatMap(({ text, remote }) => (text === undefined ? [] : [remote["folder"]])));
  for (const folder of folders) {
    const words = wordsOf(folder);
    await declare(folder, `${file}-${words}`, filled.has(folder.remote["name"]) ? words : undefined);
  }
  const embedded = new Set(workspaces.flatMap(({ embeddings }) => embeddings.map((edge) => edge.identity["document"])));
  const documentNames = new Map(documents.map((document) => [document.id, titleWords(document)]));
  for (const document of documents) {
    if (hasText(document)) add(await declarer.declareDocument(variables, document, embedded.has(document.id)));
  }
  const attached = new Set(workspaces.flatMap(({ attachments }) => attachments.map((edge) => edge.identity["tool"])));
  const toolNames = new Map(tools.map((tool) => [String(tool.remote["id"]), wordsOf(tool)]));
  for (const tool of tools) {
    const words = wordsOf(tool);
    await declare(tool, `${file}-${words}`, attached.has(String(tool.remote["id"])) ? words : undefined);
  }
  for (const { workspace, voiceConfig, attachments, embeddings } of workspaces) {
    // A copy leaves out links to objects that it does not have.
    const edges = embeddings.filter((edge) => !clone || variables.knows("Document", documentOf(edge)));
    const isNamed = voiceConfig !== undefined || attachments.length > 0 || edges.length > 0;
    const words = wordsOf(workspace);
    const declared = await declare(workspace, `${file}-${words}`, isNamed ? words : undefined);
    if (!declared) continue;
    for (const edge of attachments) {
      const tool = toolNames.get(String(edge.identity["tool"])) ?? "tool";
      await declare(edge, `${declared.logicalName}-${tool}`);
    }
    for (const edge of edges) {
      await declare(edge, `${declared.logicalName}-${documentNames.get(documentOf(edge)) ?? "document"}`);
    }
    if (voiceConfig) await declare(voiceConfig, declared.logicalName);
  }
  if (!clone) {
    for (const wish of numberRequests) {
      const words = [wish.remote["country"], wish.remote["numberType"]].map((word) => kebab(String(word)));
      await declare(wish, [file, ...words].filter(Boolean).join("-"));
    }
  } else if (numberRequests.length > 0) {
    remarks.push(
      `${numberRequests.length === 1 ? "A number request is" : `${numberRequests.length} number requests are`} left out: ` +
        "the copy would ask people at LumenOne for numbers of its own.",
    );
  }
  const missing = documents.filter((document) => !hasText(document)).map(({ id }) => oneLine(id));
  if (missing.length > 0) {
    const [count, are, them] =
      missing.length === 1 ? ["one document", "is", "it"] : [`${missing.length} documents`, "are", "them"];
    const follows = clone ? `, nor is what is embedded of ${them}` : `; embeddings name ${them} by docpath`;
    const because = `since LumenOne gives back neither file nor text${follows}:`;
    declarer.notes.push(
      `${organization.id}: ${count} of it ${are} not in the program, ${because} ${missing.join(", ")}.`,
    );
    remarks.push(`Not in this program, ${because}`, ...missing.map((docpath) => `- ${docpath}`));
  }
  return { file, declarations, remarks };
}

function hasText(document: TenantDocument): document is TenantDocument & { text: string } {
  return document.text !== undefined;
}

/** A text in quotes that cannot end a comment: JSON does not escape two of TypeScript's line breaks. */
function oneLine(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

function documentOf({ identity }: TenantObject): string {
  return String(identity["document"]);
}
