import { connect } from "node:tls";
import { CommandError } from "../exit-code";
import { type Wire } from "./wire";

/**
 * Connects to the host, and checks the key and the account. Gives a line about each.
 * @throws {CommandError} something is wrong that would make every check fail
 */
export async function checkConnection(wire: Wire) {
  const { origin = "", accountId } = wire.settings;
  const steps: { what: string; result: string }[] = [];
  const auth = await wire.send("verifyApiKey");
  if (auth.error) throw new CommandError(unreachable(origin, auth.error));
  steps.push({ what: "host", result: `responds (${auth.status} to the key check)` });
  steps.push({ what: "TLS", result: origin.startsWith("https:") ? await certificate(origin) : "none: this machine" });
  if (auth.status === 401 || auth.status === 403) {
    throw new CommandError(`${origin} refuses the key (${auth.status}): it is wrong or revoked. Set lumenone:apiKey.`);
  }
  steps.push({ what: "key", result: auth.status === 200 ? "good" : `not known: the check returned ${auth.status}` });
  if (accountId === undefined) {
    steps.push({ what: "account", result: "none is configured: lumenone:accountId" });
    return steps;
  }
  const { status } = await wire.send("listOrganizations");
  if (status === 403 || status === 400) {
    throw new CommandError(
      `${origin} refuses the account (${status}): it belongs to another company, or is not an account. ` +
        "Set lumenone:accountId.",
    );
  }
  steps.push({ what: "account", result: status === 200 ? "good" : `not known: the list returned ${status}` });
  return steps;
}

function unreachable(origin: string, { code, message }: { code: string; message: string }): string {
  const why: Record<string, string> = {
    ENOTFOUND: "its name is not known (DNS)",
    EAI_AGAIN: "its name could not be looked up (DNS)",
    ECONNREFUSED: "nothing listens there",
    EHOSTUNREACH: "there is no route to it",
    ENETUNREACH: "there is no route to it",
    CERT_HAS_EXPIRED: "its certificate has expired",
    DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed (NODE_EXTRA_CA_CERTS)",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate's chain is not complete (NODE_EXTRA_CA_CERTS)",
    SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority that is not known (NODE_EXTRA_CA_CERTS)",
    EPROTO: "the server there does not speak TLS",
    ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  };
  return `${origin} cannot be reached: ${why[code] ?? message.trim()}. Check lumenone:baseUrl and the network.`;
}

const day = 24 * 3600 * 1000;

/** Protocol and the days that the certificate still lasts. */
function certificate(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 443), servername: hostname, timeout: 5000 });
    const end = (result: string) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("secureConnect", () => {
      const validTo = socket.getPeerCertificate().valid_to;
      const days = Math.floor((Date.parse(validTo) - Date.now()) / day);
      end(`${socket.getProtocol() ?? "TLS"}, certificate good for ${days} days`);
    });
    socket.once("timeout", () => end("not known: no response in time"));
    socket.once("error", (error: Error) => end(`not known: ${error.message}`));
  });
}
