import { createInterface } from "node:readline/promises";
import { createClient } from "pulumi-lumenone/client";

/**
 * Connects a workspace to WhatsApp. That is an action and no state, so it is a script and no resource.
 *
 *     npx ts-node connect.ts connect "$(pulumi stack output workspace)"
 *     npx ts-node connect.ts disconnect "$(pulumi stack output workspace)"
 *
 * Host, key and account come from LUMENONE_BASE_URL, LUMENONE_API_KEY and LUMENONE_ACCOUNT_ID. How LumenOne does this could
 * not be read in its documentation: all of it is assumed.
 */
function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

const client = createClient({
  baseUrl: fromEnvironment("LUMENONE_BASE_URL"),
  apiKey: fromEnvironment("LUMENONE_API_KEY"),
  accountId: fromEnvironment("LUMENONE_ACCOUNT_ID"),
});

async function connect(slug: string): Promise<void> {
  const { token, url, expiresAt } = await client.mintWhatsAppConnectToken({ slug });
  // Whoever has this address can connect a number to the workspace: give it to nobody else.
  console.log(`Until ${expiresAt}, connect a number at ${url}`);
  // The page as a browser gets it; an application shows it in a frame.
  const page = await client.renderWhatsAppConnectPage({ token });
  console.log(`The page is there: ${page.length} characters.`);

  // The page itself ends the onboarding. Where an application has its own page, it hands over the code from WhatsApp:
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const code = await terminal.question("The code from WhatsApp, or nothing when the page has done it: ");
  terminal.close();
  if (code.trim() === "") {
    console.log("Send the number a message to see that it answers: no call of the API shows that.");
    return;
  }
  await client.finalizeWhatsAppOnboarding({}, { token, code: code.trim() });
  console.log(`${slug} is connected.`);
}

async function disconnect(slug: string): Promise<void> {
  await client.disconnectWhatsApp({ slug });
  console.log(`${slug} is no longer connected.`);
}

async function main([action, slug]: string[]): Promise<void> {
  if (action === "connect" && slug) return connect(slug);
  if (action === "disconnect" && slug) return disconnect(slug);
  throw new Error("Usage: connect.ts connect|disconnect WORKSPACE");
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
