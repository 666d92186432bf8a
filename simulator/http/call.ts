import type { Account } from "../entities/account";
import type { Organization } from "../entities/organization";
import type { Mode } from "../entities/state";
import type { Tool } from "../entities/tool";
import type { Workspace } from "../entities/workspace";
import type { Store } from "../store/store";
import type { Upload } from "./read-upload";
import { Refusal } from "./refusal";
import { fromHex } from "./slugs";

/** What a route answers: 200 with JSON, if it does not say otherwise. A string is text/plain, if it does not either. */
export interface Answer {
  status?: number;
  type?: string;
  body: unknown;
}

/** One valid request of an operation, and the lookups that every route needs. */
export class Call {
  constructor(
    readonly store: Store,
    /** The company of the key. */
    readonly company: string,
    readonly request: {
      params: Record<string, string>;
      query: Record<string, string | undefined>;
      headers: Record<string, string | undefined>;
      body: Record<string, unknown>;
      upload(): Promise<Upload>;
    },
    /** Time of the request, ISO 8601. */
    readonly now: string,
    /** Where the API is, as the caller sees it. */
    readonly baseUrl: string,
  ) {}

  get mode(): Mode {
    return this.store.state.mode;
  }

  /** A path parameter. */
  param(name: string): string {
    return this.request.params[name] ?? "";
  }

  /** The body, which the contract has approved of. */
  body<T>(): T {
    return this.request.body as T;
  }

  /** The multipart body. */
  upload(): Promise<Upload> {
    return this.request.upload();
  }

  /** The account of the header; undefined where the header is optional and not sent. */
  account(): Account | undefined {
    const id = this.request.headers["x-account-id"]?.toLowerCase();
    if (id === undefined) return undefined;
    const account = this.store.find("accounts", (one) => one.id.toLowerCase() === id);
    if (account?.company !== this.company) throw new Refusal(403, "The account is not one of your company's");
    return account;
  }

  /** The organization of the path. One of another account is not there. */
  organization(): Organization {
    const account = this.account();
    const slug = this.slug("orgSlug");
    const found = this.store.find("organizations", (one) => one.slug === slug && one.account === account?.id);
    if (!found) throw new Refusal(404, `Organization ${slug} not found`);
    return found;
  }

  /** The workspace of the path, if it is there for this account. */
  findWorkspace(): Workspace | undefined {
    const account = this.account();
    const slug = this.slug("slug");
    const found = this.store.find("workspaces", (one) => one.slug === slug);
    const home = this.store.find("organizations", ({ id }) => id === found?.organizationId);
    return home?.account === account?.id ? found : undefined;
  }

  workspace(): Workspace {
    const found = this.findWorkspace();
    if (!found) throw new Refusal(404, `Workspace ${this.slug("slug")} not found`);
    return found;
  }

  /** The tool of the path. */
  tool(organizationId: number): Tool {
    const found = this.store.find(
      "tools",
      (tool) => String(tool.id) === this.param("toolId") && tool.organizationId === organizationId,
    );
    if (!found) throw new Refusal(404, `Tool ${this.param("toolId")} not found`);
    return found;
  }

  private slug(name: string): string {
    const slug = fromHex(this.param(name));
    if (slug === undefined) throw new Refusal(400, `${name} in the path must be the hex form of the slug`);
    return slug;
  }
}

/** Answers one operation. */
export type Route = (call: Call) => Answer | Promise<Answer>;

/** The routes of a part of the API, by operationId. */
export type Routes = Record<string, Route>;
