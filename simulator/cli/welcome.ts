import type { Simulator } from "../simulator";

/** What to do with a simulator that has just been started. */
export function welcome({ url, apiKey, accountId }: Simulator): string {
  return `LumenOne is simulated at ${url}

  pulumi config set lumenone:baseUrl ${url}
  pulumi config set lumenone:accountId ${accountId}
  pulumi config set --secret lumenone:apiKey ${apiKey}

or

  export LUMENONE_BASE_URL=${url}
  export LUMENONE_ACCOUNT_ID=${accountId}
  export LUMENONE_API_KEY=${apiKey}

The key opens this simulator alone. Ctrl-C ends it.
`;
}
