import * as pulumi from "@pulumi/pulumi";
import axios, { type AxiosInstance } from "axios";

interface WorkspaceInputs {
  organization: string;
  name: string;
  openAiPrompt: string;
  openAiTemp: number;
  similarityThreshold: number;
  topN: number;
  chatMode: string;
}

class WorkspaceProvider implements pulumi.dynamic.ResourceProvider {
  private baseUrl?: string;
  private apiKey?: string;
  private accountId?: string;

  configure(req: pulumi.dynamic.ConfigureRequest): Promise<void> {
    this.baseUrl = req.config.require("lumenone:baseUrl");
    this.apiKey = req.config.require("lumenone:apiKey");
    this.accountId = req.config.require("lumenone:accountId");
    return Promise.resolve();
  }

  private client(): AxiosInstance {
    return axios.create({
      baseURL: `${this.baseUrl}/api/v1`,
      headers: { Authorization: `Bearer ${this.apiKey}`, "X-Account-Id": this.accountId },
    });
  }

  private settings({ name, openAiPrompt, openAiTemp, similarityThreshold, topN, chatMode }: WorkspaceInputs) {
    return { name, openAiPrompt, openAiTemp, similarityThreshold, topN, chatMode };
  }

  async create(inputs: WorkspaceInputs): Promise<pulumi.dynamic.CreateResult> {
    const path = `/org/${inputs.organization}/workspace/new`;
    const response = await this.client().post<{ workspace: { slug: string; id: number } }>(path, this.settings(inputs));
    const { slug, id } = response.data.workspace;
    return { id: slug, outs: { ...inputs, slug, workspaceId: id } };
  }

  async read(id: string, props: WorkspaceInputs): Promise<pulumi.dynamic.ReadResult> {
    const response = await this.client().get<{ workspace: WorkspaceInputs[] }>(`/workspace/${id}`);
    const [workspace] = response.data.workspace;
    return { id, props: { ...props, ...this.settings(workspace!) } };
  }

  diff(_id: string, olds: WorkspaceInputs, news: WorkspaceInputs): Promise<pulumi.dynamic.DiffResult> {
    const replaces = olds.organization === news.organization ? [] : ["organization"];
    const changes = JSON.stringify(this.settings(olds)) !== JSON.stringify(this.settings(news));
    return Promise.resolve({ changes: changes || replaces.length > 0, replaces });
  }

  async update(id: string, olds: WorkspaceInputs, news: WorkspaceInputs): Promise<pulumi.dynamic.UpdateResult> {
    await this.client().post(`/workspace/${id}/update`, this.settings(news));
    return { outs: { ...olds, ...news } };
  }

  async delete(id: string): Promise<void> {
    await this.client().delete(`/workspace/${id}`);
  }
}

/** One for all, which spares the program from turning one into text for every resource. */
const shared = new WorkspaceProvider();

export interface WorkspaceArgs {
  organization: pulumi.Input<string>;
  name: pulumi.Input<string>;
  openAiPrompt: pulumi.Input<string>;
  openAiTemp: pulumi.Input<number>;
  similarityThreshold: pulumi.Input<number>;
  topN: pulumi.Input<number>;
  chatMode: pulumi.Input<string>;
}

export class Workspace extends pulumi.dynamic.Resource {
  declare readonly slug: pulumi.Output<string>;
  declare readonly workspaceId: pulumi.Output<number>;

  constructor(name: string, args: WorkspaceArgs, opts?: pulumi.CustomResourceOptions, oneForAll = false) {
    const provider = oneForAll ? shared : new WorkspaceProvider();
    super(provider, name, { slug: undefined, workspaceId: undefined, ...args }, opts);
  }
}
