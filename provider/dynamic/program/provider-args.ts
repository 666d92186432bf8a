// Generated from provider/client/settings-table.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";

/** How a `Provider` reaches LumenOne. What is not given comes from the configuration of the stack, and then from the environment. */
export interface ProviderArgs {
  /** The company's API key. Kept encrypted. */
  apiKey?: pulumi.Input<string>;
  /** `https://HOST`, with or without `/api/v1`; plain http only to this machine. */
  baseUrl?: pulumi.Input<string>;
  /** UUID of the account that resources belong to when they name none. */
  accountId?: pulumi.Input<string>;
  /** Whether organizations, workspaces, folders and tools that do not say take over existing objects of their name. */
  adopt?: pulumi.Input<boolean>;
  /** Requests in flight at once, over all resources of one provider; data functions count apart. Where it is set in both places, the lower value counts. */
  maxConcurrency?: pulumi.Input<number>;
  /** Requests a second, over all resources of one provider. Where it is set in both places, the lower value counts. Default: no limit. */
  requestsPerSecond?: pulumi.Input<number>;
  /** Seconds that one request may take, at most 90. From its first turn on, a call with its retries ends within 90 s. An upload or an embedding may take 15 times that, at most 15 minutes. */
  timeoutSeconds?: pulumi.Input<number>;
  /** How often a request is sent again after a passing fault. */
  maxRetries?: pulumi.Input<number>;
  /** The host was renamed, and the objects are the same. */
  allowOriginChange?: pulumi.Input<boolean>;
  /** Corrects paths that differ on this host: operationId to `{method, path}`; as JSON in the configuration. Default: none. */
  operations?: pulumi.Input<Record<string, { method: string; path: string }>>;
  /** Path, from the project's folder, of an OpenAPI Overlay 1.0 file that corrects the contract. Default: none. */
  contract?: pulumi.Input<string>;
}
