import { createHash } from "node:crypto";
import { assetAt } from "../../lifecycle/engine/asset";
import { type Context } from "../../lifecycle/process/context";
import { type Tenant, type TenantDocument, type TenantObject, type TenantOrganization } from "../tenant/tenant";
import { Declarer, type OwnFile } from "./declarer";
import { kebab, Names } from "./names";
import { type Declaration, type OrganizationPlan, type PlanOptions, type ProgramPlan } from "./plan";
import { Variables } from "./variables";
import { titleWords, wordsOf } from "./words-of";

const documentComments = [
  "The text that LumenOne made of the file, which it does not give back. A changed file replaces the document.",
];

/** Plans the program that declares this tenant, and the state that its `up` would have left behind. */
export async function planProgram(tenant: Tenant, context: Context, options: PlanOptions): Promise<ProgramPlan> {
  const planner = new Planner(context, options);
  const accounts = await planner.declareAccounts(tenant.accounts);
  const organizations: OrganizationPlan[] = [];
  for (const organization of tenant.organizations) organizations.push(await planner.organization(organization));
  const { documents, declarer } = planner;
  const { prompts, secrets, notes } = declarer;
  return { accounts, organizations, prompts, documents, secrets, notes: [...tenant.notes, ...notes] };
}

/** Goes through what was found in the order in which the program declares it. */
class Planner {
  readonly declarer: Declarer;
  readonly documents = new Map<string, string>();
  private readonly files = new Names();
  private readonly documentFiles = new Names();

  constructor(
    context: Context,
    private readonly options: PlanOptions,
  ) {
    this.declarer = new Declarer(context, options);
  }

  /** The accounts themselves, to which organizations refer. */
  async declareAccounts(accounts: readonly TenantObject[]): Promise<Declaration[]> {
    const variables = new Variables("accounts");
    const declarations: Declaration[] = [];
    for (const account of accounts) {
      const declaration = await this.declarer.declare(variables, account, wordsOf(account), {
        variable: wordsOf(account),
      });
      if (!declaration) continue;
      declarations.push(declaration);
      const { kind, logicalName, variable = "" } = declaration;
      this.declarer.accounts.set(account.id, { kind, logicalName, variable });
    }
    return declarations;
  }

  async organization(found: TenantOrganization): Promise<OrganizationPlan> {
    const { organization, folders, tools, workspaces, documents, numberRequests } = found;
    const variables = new Variables(this.files.take(wordsOf(organization)));
    const declarations: Declaration[] = [];
    const remarks: string[] = [];
    const declare = async (object: TenantObject, wanted: string, variable?: string, own?: OwnFile) => {
      const declaration = await this.declarer.declare(variables, object, wanted, { variable, ...own });
      if (declaration) declarations.push(declaration);
      return declaration;
    };

    const own = await declare(organization, variables.file, wordsOf(organization));
    if (!own) return { file: variables.file, declarations, remarks };
    const filled = new Set(documents.flatMap(({ text, remote }) => (text === undefined ? [] : [remote["folder"]])));
    for (const folder of folders) {
      const words = wordsOf(folder);
      await declare(folder, `${variables.file}-${words}`, filled.has(folder.remote["name"]) ? words : undefined);
    }
    const embedded = new Set(
      workspaces.flatMap(({ embeddings }) => embeddings.map((edge) => edge.identity["document"])),
    );
    const documentNames = new Map<string, string>();
    for (const document of documents) {
      const words = titleWords(document);
      documentNames.set(document.id, words);
      const file = this.documentFile(variables.file, document);
      if (!file) continue;
      await declare(document, `${variables.file}-${words}`, embedded.has(document.id) ? words : undefined, file);
    }
    const attached = new Set(workspaces.flatMap(({ attachments }) => attachments.map((edge) => edge.identity["tool"])));
    const toolNames = new Map<string, string>();
    for (const tool of tools) {
      const number = String(tool.remote["id"]);
      const words = wordsOf(tool);
      await declare(tool, `${variables.file}-${words}`, attached.has(number) ? words : undefined);
      toolNames.set(number, words);
    }
    for (const { workspace, voiceConfig, attachments, embeddings } of workspaces) {
      // A copy leaves out links to objects that it does not have.
      const edges = embeddings.filter((edge) => !this.options.clone || variables.knows("Document", documentOf(edge)));
      const isNamed = voiceConfig !== undefined || attachments.length > 0 || edges.length > 0;
      const declared = await declare(
        workspace,
        `${variables.file}-${wordsOf(workspace)}`,
        isNamed ? wordsOf(workspace) : undefined,
      );
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
    for (const wish of this.options.clone ? [] : numberRequests) {
      const { country, numberType } = wish.remote;
      await declare(
        wish,
        [variables.file, kebab(String(country)), kebab(String(numberType))].filter(Boolean).join("-"),
      );
    }
    if (this.options.clone && numberRequests.length > 0) {
      remarks.push(
        `${numberRequests.length === 1 ? "A number request is" : `${numberRequests.length} number requests are`} left out: ` +
          "the copy would ask people at LumenOne for numbers of its own.",
      );
    }
    this.listWithoutText(organization.id, documents, remarks);
    return { file: variables.file, declarations, remarks };
  }

  /** Documents that are in no program, each by its docpath. */
  private listWithoutText(organization: string, documents: readonly TenantDocument[], remarks: string[]): void {
    const missing = documents.filter(({ text }) => text === undefined).map(({ id }) => oneLine(id));
    if (missing.length === 0) return;
    const count = missing.length === 1 ? "one document" : `${missing.length} documents`;
    const them = missing.length === 1 ? "it" : "them";
    const follows = this.options.clone
      ? `, nor is what is embedded of ${them}`
      : `; embeddings name ${them} by docpath`;
    this.declarer.notes.push(
      `${organization}: ${count} of it ${missing.length === 1 ? "is" : "are"} not in the program, since LumenOne gives ` +
        `back neither file nor text${follows}: ${missing.join(", ")}.`,
    );
    remarks.push(`Not in this program, since LumenOne gives back neither file nor text${follows}:`);
    remarks.push(...missing.map((docpath) => `- ${docpath}`));
  }

  /** The file that stands for a document: the text that LumenOne made of what was uploaded. */
  private documentFile(folder: string, document: TenantDocument): OwnFile | undefined {
    const { text: content } = document;
    if (content === undefined) return undefined;
    const isPlain = /\.txt$/i.test(String(document.remote["title"]));
    const name = this.documentFiles.take(`documents/${folder}/${titleWords(document)}`);
    const path = `${name}${isPlain ? ".txt" : ".md"}`;
    this.documents.set(path, content);
    const hash = createHash("sha256").update(content).digest("hex");
    return { values: { source: assetAt(path, hash) }, comments: documentComments };
  }
}

/** A text in quotes that cannot end a comment: JSON does not escape two of TypeScript's line breaks. */
function oneLine(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

function documentOf({ identity }: TenantObject): string {
  return String(identity["document"]);
}
