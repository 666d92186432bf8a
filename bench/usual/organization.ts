import * as pulumi from "@pulumi/pulumi";
import axios, { type AxiosInstance } from "axios";

interface OrganizationInputs {
  name: string;
}

class OrganizationProvider implements pulumi.dynamic.ResourceProvider {
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

  async create(inputs: OrganizationInputs): Promise<pulumi.dynamic.CreateResult> {
    const response = await this.client().post<{ organization: { slug: string; id: number } }>("/org/new", {
      name: inputs.name,
    });
    const { slug, id } = response.data.organization;
    return { id: slug, outs: { ...inputs, slug, organizationId: id } };
  }

  async read(id: string, props: OrganizationInputs): Promise<pulumi.dynamic.ReadResult> {
    const response = await this.client().get<{ organization: OrganizationInputs }>(`/org/${id}`);
    const organization = response.data.organization;
    return { id, props: { ...props, name: organization.name } };
  }

  diff(_id: string, olds: OrganizationInputs, news: OrganizationInputs): Promise<pulumi.dynamic.DiffResult> {
    return Promise.resolve({ changes: olds.name !== news.name });
  }

  async update(id: string, olds: OrganizationInputs, news: OrganizationInputs): Promise<pulumi.dynamic.UpdateResult> {
    await this.client().post(`/org/${id}/update`, { name: news.name });
    return { outs: { ...olds, ...news } };
  }

  async delete(id: string): Promise<void> {
    await this.client().delete(`/org/${id}`);
  }
}

export interface OrganizationArgs {
  name: pulumi.Input<string>;
}

export class Organization extends pulumi.dynamic.Resource {
  declare readonly slug: pulumi.Output<string>;
  declare readonly organizationId: pulumi.Output<number>;

  constructor(name: string, args: OrganizationArgs, opts?: pulumi.CustomResourceOptions) {
    super(new OrganizationProvider(), name, { slug: undefined, organizationId: undefined, ...args }, opts);
  }
}
