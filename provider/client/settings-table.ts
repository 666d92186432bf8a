/** One setting of the package. */
export interface Setting {
  readonly type: "string" | "boolean" | "integer" | "number" | "object";
  readonly secret?: boolean;
  /** Its name in the environment. Default: it has none. */
  readonly variable?: `LUMENONE_${string}`;
  /** The least value of a number. */
  readonly minimum?: number;
  /** Its value where it is not given. Default: nothing. */
  readonly default?: boolean | number;
  /** What it means: units and allowed values, in Markdown. */
  readonly doc: string;
}

/**
 * The settings by their names: in a stack's configuration as `lumenone:NAME`, and as arguments of `Provider` and `createClient`. The
 * arguments of `Provider`, the plugin's schema and docs/configuration.md are generated from this table.
 */
export const settingsTable = {
  apiKey: {
    type: "string",
    secret: true,
    variable: "LUMENONE_API_KEY",
    doc: "The company's API key. Kept encrypted.",
  },
  baseUrl: {
    type: "string",
    variable: "LUMENONE_BASE_URL",
    doc: "`https://HOST`, with or without `/api/v1`; plain http only to this machine.",
  },
  accountId: {
    type: "string",
    variable: "LUMENONE_ACCOUNT_ID",
    doc: "UUID of the account that resources belong to when they name none.",
  },
  adopt: {
    type: "boolean",
    variable: "LUMENONE_ADOPT",
    default: false,
    doc: "Whether organizations, workspaces, folders and tools that do not say take over existing objects of their name.",
  },
  maxConcurrency: {
    type: "integer",
    variable: "LUMENONE_MAX_CONCURRENCY",
    minimum: 1,
    default: 10,
    doc: "Requests in flight at once, over all resources of one provider; data functions count apart. Where it is set in both places, the lower value counts.",
  },
  requestsPerSecond: {
    type: "number",
    variable: "LUMENONE_REQUESTS_PER_SECOND",
    minimum: 0.01,
    doc: "Requests a second, over all resources of one provider. Where it is set in both places, the lower value counts. Default: no limit.",
  },
  timeoutSeconds: {
    type: "number",
    minimum: 0.1,
    default: 60,
    doc: "Seconds that one request may take, at most 90. From its first turn on, a call with its retries ends within 90 s. An upload or an embedding may take 15 times that, at most 15 minutes.",
  },
  maxRetries: {
    type: "integer",
    minimum: 0,
    default: 5,
    doc: "How often a request is sent again after a passing fault.",
  },
  allowOriginChange: {
    type: "boolean",
    default: false,
    doc: "The host was renamed, and the objects are the same.",
  },
  operations: {
    type: "object",
    doc: "Corrects paths that differ on this host: operationId to `{method, path}`; as JSON in the configuration. Default: none.",
  },
  contract: {
    type: "string",
    variable: "LUMENONE_CONTRACT",
    doc: "Path, from the project's folder, of an OpenAPI Overlay 1.0 file that corrects the contract. Default: none.",
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a setting. */
export type SettingName = keyof typeof settingsTable;

export const settingNames = Object.keys(settingsTable) as SettingName[];

/** The name of a setting in the environment; undefined where it has none. */
export function variableOf(name: string): string | undefined {
  return (settingsTable as Readonly<Record<string, Setting>>)[name]?.variable;
}

/** Settings by their name alone: in a stack's configuration, `lumenone:` stands before it. */
export function withoutNamespace<T>(settings: Readonly<Record<string, T>>): Record<string, T> {
  const nameOf = (key: string) => (key.startsWith("lumenone:") ? key.slice("lumenone:".length) : key);
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [nameOf(key), value]));
}
