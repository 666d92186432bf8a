import { type ApiFailure, type ConnectionFault } from "./api-failure";

/** For failures that an API which differs from this package's contract may cause. */
const differs =
  "If LumenOne's API differs from this package's contract, `pulumi-lumenone doctor --docs SITE` finds how, and writes the correction.";

const connectionRemedies: Readonly<Record<ConnectionFault, string>> = {
  timeout: "Try again, or allow more than now with `pulumi config set lumenone:timeoutSeconds SECONDS` (at most 90).",
  unknownHost: "Check the host in `lumenone:baseUrl` (LUMENONE_BASE_URL), and the network.",
  refused: "Check the host and port in `lumenone:baseUrl` (LUMENONE_BASE_URL), and whether it is running.",
  certificate: "Check `lumenone:baseUrl`; for a company's own certificate authority set NODE_EXTRA_CA_CERTS.",
  broken: "Check the network and proxies (HTTPS_PROXY, NO_PROXY), and try again.",
};

/** What to do about a failed operation, in a sentence or two that name the setting to change. */
export function remedyFor({ reason, method, requestId, accountId, fault }: ApiFailure): string {
  const account = accountId === undefined ? "the configured account" : `account ${accountId}`;
  switch (reason) {
    case "badRequest":
      return (
        "Correct the value that LumenOne names; slugs have to be original ones of the same organization. " + differs
      );
    case "forbidden":
      return (
        `Either the key is wrong or revoked (\`lumenone:apiKey\`, LUMENONE_API_KEY), or ${account} belongs to another ` +
        "company (`lumenone:accountId`, LUMENONE_ACCOUNT_ID). `refresh`, `destroy` and `up --refresh` use the key that is in the state: " +
        "run `pulumi up` with a new key before the old one is revoked, or give `refresh` and `destroy` the option --run-program."
      );
    case "blocked":
      return (
        "The key is not the reason. LumenOne's administrator has to allow it (upstream: workspaces are not deleted while the server's " +
        "WORKSPACE_DELETION_PROTECTION is set). To let the object stay and go on, use the option `retainOnDelete`, or " +
        "`pulumi state delete`."
      );
    case "notFound":
      return (
        `It is absent, or not visible to ${account}: compare the slug and \`lumenone:accountId\`.` +
        // A read or a deletion of a missing object does not point to another API.
        (method === "GET" || method === "DELETE" ? "" : ` ${differs}`)
      );
    case "conflict":
      return "Something of that name exists already, or was changed meanwhile.";
    case "rateLimited":
      return "Lower `lumenone:requestsPerSecond` or `lumenone:maxConcurrency`, or try again later.";
    case "redirected":
      return "Set `lumenone:baseUrl` to the host that responds itself: the key is never sent on to another.";
    case "noAnswer":
      return connectionRemedies[fault ?? "broken"];
    case "garbled":
      return (
        "Check that `lumenone:baseUrl` is LumenOne's API, and that no proxy or sign-in page responds in its place. " +
        differs
      );
    case "tooLarge":
      return "Ask for less at once, or check that `lumenone:baseUrl` is LumenOne's API.";
    case "aborted":
      return "A write that had been sent may have been carried out.";
    case "serverError":
      return `Try again; if it stays, ask LumenOne's support${requestId === undefined ? "" : " with the request id"}.`;
  }
}
