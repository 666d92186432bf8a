/**
 * LumenOne's API for scripts, by `pulumi-lumenone/client`: what is an action and no state, such as connecting WhatsApp or
 * moving documents, and whatever a program of Pulumi's is too much for. {@link createClient} makes a client, {@link Client}
 * has its 45 operations, {@link allPages} follows the pages of a list, and each error is an {@link ApiError} or says what
 * was wrong with the arguments.
 *
 * @example
 * import { createClient } from "pulumi-lumenone/client";
 *
 * const client = createClient({ apiKey, baseUrl: "https://HOST", accountId });
 * for (const { name } of await client.listOrganizations()) console.log(name);
 *
 * @packageDocumentation
 */
import { type Client, clientFrom } from "./client";
import { type Settings, settingsFrom } from "./settings";

export * from "../errors/public-errors";
export { type CallOptions } from "./call-options";
export { type Client } from "./client";
export { type OperationId } from "./contract/contract";
export { type FileSource } from "./request/multipart";
export { allPages, type PageOptions } from "./pages";

/** How a client reaches LumenOne. */
export interface ClientOptions extends Partial<Omit<Settings, "origin" | "adopt" | "allowOriginChange" | "contract">> {
  /** The company's key. */
  readonly apiKey: string;
  /** `https://HOST`, with or without `/api/v1`; plain http only to this machine. */
  readonly baseUrl: string;
  /**
   * Path of an OpenAPI Overlay 1.0 file that corrects the contract: absolute, or from the folder of the Pulumi project around the
   * current folder (from the current folder, where there is none). Default: none. See docs/contract.md.
   */
  readonly contract?: string;
}

/**
 * A client for scripts: all 45 operations of the contract by their names, with the contract's own parameter and field
 * names, and the same retries, limits and errors as the resources.
 * @throws {SettingsError} for a setting that cannot be used
 * @throws {OverlayError} for an overlay that cannot be used
 *
 * @example
 * const client = createClient({ apiKey, baseUrl: "https://HOST", accountId });
 * const workspace = await client.getWorkspace({ slug: "support" });
 */
export function createClient(options: ClientOptions): Client {
  const given = options as unknown as Readonly<Record<string, string | undefined>>;
  const { LUMENONE_MAX_CONCURRENCY, LUMENONE_REQUESTS_PER_SECOND } = process.env;
  // The environment's limits are of the machine: they hold for scripts too, and the lower ones count.
  return clientFrom(
    settingsFrom((key) => given[key.replace("lumenone:", "")], {
      LUMENONE_MAX_CONCURRENCY,
      LUMENONE_REQUESTS_PER_SECOND,
    }),
  );
}
