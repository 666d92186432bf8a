import type { Contract } from "../contract/contract";
import type { HandlerRequest, HandlerResponse } from "../contract/messages";
import type { Account, Entities, Kind, Mode, Organization, Tool, Workspace } from "../entities";
import type { SeedEntities } from "../store/seed";
import { addTo } from "../store/state";
import type { Store } from "../store/store";
import { fromHex } from "../store/slugs";
import type { Upload } from "./body";
import { HttpError } from "./http-error";

/** What a handler needs besides the parameters and the JSON body of the request. */
export interface Surroundings {
  store: Store;
  contract: Contract;
  /** Where the API is, as the client sees it. */
  origin: string;
  /** Time of the request, ISO 8601. */
  now: string;
  /** Reads the multipart body. */
  upload: () => Promise<Upload>;
}

/** One valid request of an operation, and the lookups that every handler needs. */
export class Call {
  readonly store: Store;
  /** Time of the request, ISO 8601. */
  readonly now: string;
  readonly upload: () => Promise<Upload>;
  /** Parameters by name, from the path, the query and the headers. */
  readonly parameters: Record<string, string | undefined>;

  constructor(
    private readonly around: Surroundings,
    /** The company of the key. */
    readonly company: string,
    private readonly operationId: string,
    private readonly request: HandlerRequest,
  ) {
    this.store = around.store;
    this.now = around.now;
    this.upload = around.upload;
    this.parameters = { ...request.header, ...request.query, ...request.path };
  }

  get mode(): Mode {
    return this.store.state.mode;
  }

  /** A parameter that every request of the operation has. */
  param(name: string): string {
    return this.parameters[name] ?? "";
  }

  /** The JSON body, which is valid by the contract. */
  body<T>(): T {
    return (this.request.body ?? {}) as T;
  }

  /** The words that a field of the JSON body can be, or undefined when it can be any. */
  wordsOf(field: string): readonly unknown[] | undefined {
    return this.around.contract.wordsOf(this.operationId, field);
  }

  /** The address of an operation of this server. */
  urlOf(operationId: string): string {
    return this.around.origin + this.around.contract.pathOf(operationId);
  }

  /** Adds an entity. Fields that are omitted get the defaults of a seed. */
  add<K extends Kind>(kind: K, entity: SeedEntities[K]): Entities[K] {
    return addTo(this.store, kind, entity, this.now);
  }

  /** The account of the request; undefined when it is optional and not sent. */
  account(): Account | undefined {
    const id = this.parameters["x-account-id"]?.toLowerCase();
    if (id === undefined) return undefined;
    const account = this.store.find("accounts", (one) => one.id.toLowerCase() === id);
    if (account?.company !== this.company) throw new HttpError(403, "The account is not one of your company's");
    return account;
  }

  /** The organization of the path. That of another account is not found. */
  organization(): Organization {
    const account = this.account();
    const slug = this.slug("orgSlug");
    const found = this.store.find("organizations", { slug, account: account?.id });
    if (!found) throw new HttpError(404, `Organization ${slug} not found`);
    return found;
  }

  /** The workspace of the path; undefined when this account has none of that slug. */
  findWorkspace(): Workspace | undefined {
    const account = this.account();
    const slug = this.slug("slug");
    const found = this.store.find("workspaces", { slug });
    const home = this.store.find("organizations", { id: found?.organizationId });
    return home?.account === account?.id ? found : undefined;
  }

  workspace(): Workspace {
    const found = this.findWorkspace();
    if (!found) throw new HttpError(404, `Workspace ${this.slug("slug")} not found`);
    return found;
  }

  /** The tool of the path. */
  tool(organizationId: number): Tool {
    const tools = this.store.filter("tools", { organizationId });
    const found = tools.find(({ id }) => String(id) === this.param("toolId"));
    if (!found) throw new HttpError(404, `Tool ${this.param("toolId")} not found`);
    return found;
  }

  /** The whole docpath that a request means. That of another organization is a 400. */
  docpath(organizationId: number, path: string): string {
    const slug = this.store.find("organizations", { id: organizationId })?.slug ?? "";
    const isShort = this.store.has("twoSegmentDocpaths") && path.split("/").length === 2;
    const whole = isShort ? `${slug}/${path}` : path;
    if (whole.split("/")[0] === slug) return whole;
    throw new HttpError(400, `${path} is not a docpath of the organization ${slug}`);
  }

  private slug(name: string): string {
    const slug = fromHex(this.param(name));
    if (slug === undefined) throw new HttpError(400, `${name} in the path must be the hex form of the slug`);
    return slug;
  }
}

/** Handles one operation. */
export type Route = (call: Call) => HandlerResponse | Promise<HandlerResponse>;

/** The handlers of a part of the API, by operationId. */
export type Routes = Record<string, Route>;
