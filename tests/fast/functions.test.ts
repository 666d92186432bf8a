import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { type Client, createClient } from "pulumi-lumenone/client";
import { simulated } from "../support/simulated";

/** Data functions against a simulated LumenOne, in the form that scripts call; the engine tests have programs. */
const world = simulated({
  accounts: [
    { id: "11111111-1111-4111-8111-111111111111", name: "Acme" },
    { id: "22222222-2222-4222-8222-222222222222", name: "Globex" },
  ],
  organizations: [{ name: "Acme" }, { name: "Beta" }],
  folders: [{ organization: "acme", name: "manuals" }],
  documents: [
    { organization: "acme", name: "faq.json", title: "faq.md", wordCount: 12 },
    { organization: "acme", folder: "manuals", name: "phone.json", title: "phone.pdf", docAuthor: "Ada" },
    { organization: "beta", name: "other.json" },
  ],
  numbers: [
    { organization: "acme", number: "+15550001111", country: "US", numberType: "local" },
    { organization: "beta", number: "+15550002222" },
  ],
  numberRequests: [
    { organization: "acme", country: "DE", status: "rejected" },
    { organization: "acme", country: "US", numberType: "local" },
    { organization: "beta", country: "FR" },
  ],
});

const options = (): { client: Client } => {
  const { apiKey, url: baseUrl, accountId } = world.simulator;
  return { client: createClient({ apiKey, baseUrl, accountId, maxRetries: 0 }) };
};
const asked = () => world.simulator.journal.map(({ operationId, query }) => [operationId, query]);

/** What an output turns out to be. */
const valueOf = <T>(output: pulumi.Output<T>): Promise<pulumi.Unwrap<T>> =>
  new Promise((resolve) => pulumi.output(output).apply(resolve));

test("accounts", async () => {
  const { accounts } = await lumenone.getAccounts({}, options());
  expect(accounts).toMatchObject([
    { id: "11111111-1111-4111-8111-111111111111", name: "Acme", createdAt: expect.any(String) as string },
    { id: "22222222-2222-4222-8222-222222222222", name: "Globex" },
  ]);
});

describe("documents", () => {
  test("of every folder, each with its docpath", async () => {
    const { documents } = await lumenone.getDocuments({ organization: "acme" }, options());
    expect(documents).toMatchObject([
      { title: "faq.md", folder: "custom-documents", docpath: "acme/custom-documents/faq.json", wordCount: 12 },
      { title: "phone.pdf", folder: "manuals", docpath: "acme/manuals/phone.json", docAuthor: "Ada" },
    ]);
    expect(documents[0]).toHaveProperty("tokenCountEstimate");
    expect(asked()).toEqual([["listDocuments", {}]]);
  });

  test.each(["manuals", "acme/manuals"])("of the folder %s", async (folder) => {
    const { documents } = await lumenone.getDocuments({ organization: "acme", folder }, options());
    expect(documents.map(({ docpath }) => docpath)).toEqual(["acme/manuals/phone.json"]);
    expect(asked()).toEqual([["listDocumentsInFolder", {}]]);
  });

  test("of what is not there are an error, and not an empty list", async () => {
    await expect(lumenone.getDocuments({ organization: "nobody" }, options())).rejects.toThrow(/404/);
    await expect(lumenone.getDocuments({ organization: "acme", folder: "none" }, options())).rejects.toThrow(/404/);
  });

  test("more than a page of other lists has", async () => {
    for (let count = 0; count < 1200; count++) world.simulator.person.add("documents", { name: `${count}.json` });
    const { documents } = await lumenone.getDocuments({ organization: "acme" }, options());
    expect(documents).toHaveLength(1202);
  });

  test.each(["phone.json", "acme/manuals/phone.json"])("one, by %s", async (document) => {
    const found = await lumenone.getDocument({ organization: "acme", document }, options());
    expect(found).toMatchObject({ name: "phone.json", title: "phone.pdf", docAuthor: "Ada" });
  });

  test("one that is not there", async () => {
    const other = { organization: "acme", document: "other.json" };
    await expect(lumenone.getDocument(other, options())).rejects.toThrow(/404/);
  });
});

describe("numbers", () => {
  test("of the account", async () => {
    const { numbers } = await lumenone.getNumbers({}, options());
    expect(numbers.map(({ number }) => number)).toEqual(["+15550001111", "+15550002222"]);
    expect(asked()).toEqual([["listNumbers", {}]]);
  });

  test("of an organization, in camel case", async () => {
    const { numbers } = await lumenone.getNumbers({ organization: "acme" }, options());
    expect(numbers).toEqual([
      {
        id: 1,
        number: "+15550001111",
        country: "US",
        numberType: "local",
        organizationId: 1,
        voiceIntegrationId: null,
      },
    ]);
    expect(asked()).toEqual([["listOrganizationNumbers", {}]]);
  });

  test("of an organization and a scope, which LumenOne knows only together", async () => {
    const { numbers } = await lumenone.getNumbers({ organization: "beta", scope: "any" }, options());
    expect(numbers.map(({ id }) => id)).toEqual([2]);
    expect(asked()).toEqual([
      ["getOrganization", {}],
      ["listNumbers", { organization_id: "2", scope: "any" }],
    ]);
    await expect(lumenone.getNumbers({ scope: "any" }, options())).rejects.toThrow(/scope needs an organization/);
  });
});

describe("number requests", () => {
  test("of an organization, all and by status", async () => {
    const list = async (status?: string) => {
      const { numberRequests } = await lumenone.getNumberRequests(
        { organization: "acme", ...(status !== undefined && { status }) },
        options(),
      );
      return numberRequests.map(({ id }) => id);
    };
    expect(await list()).toEqual([1, 2]);
    expect(await list("rejected")).toEqual([1]);
    await expect(list("lost")).rejects.toThrow(/400/);
  });

  test.each([2, "2", "acme/2"])("one, by %j", async (id) => {
    const found = await lumenone.getNumberRequest({ organization: "acme", id }, options());
    expect(found).toMatchObject({ id: 2, country: "US", numberType: "local", status: "pending", numberId: null });
  });

  test("one of another organization", async () => {
    await expect(lumenone.getNumberRequest({ organization: "acme", id: 3 }, options())).rejects.toThrow(/404/);
  });
});

describe("the Output forms", () => {
  test("take outputs, and give what the others give", async () => {
    const organization = pulumi.output("acme");
    const asking = options();
    expect(await valueOf(lumenone.getAccountsOutput({}, asking))).toEqual(await lumenone.getAccounts({}, asking));
    expect(await valueOf(lumenone.getDocumentsOutput({ organization, folder: "manuals" }, asking))).toEqual(
      await lumenone.getDocuments({ organization: "acme", folder: "manuals" }, asking),
    );
    const document = pulumi.output("acme/custom-documents/faq.json");
    expect(await valueOf(lumenone.getDocumentOutput({ organization, document }, asking))).toMatchObject({
      title: "faq.md",
    });
    expect(await valueOf(lumenone.getNumbersOutput({ organization }, asking).numbers)).toHaveLength(1);
    expect(await valueOf(lumenone.getNumberRequestsOutput({ organization, status: "rejected" }, asking))).toMatchObject(
      {
        numberRequests: [{ id: 1 }],
      },
    );
    expect(await valueOf(lumenone.getNumberRequestOutput({ organization, id: 2 }, asking).status)).toBe("pending");
  });

  test("ask about the account that they are given", async () => {
    const accountId = pulumi.output("22222222-2222-4222-8222-222222222222");
    expect(await valueOf(lumenone.getNumbersOutput({}, { ...options(), accountId }))).toEqual({ numbers: [] });
  });
});

test("every data function has both forms", () => {
  const names = Object.keys(lumenone).filter((name) => /^get[A-Z]/.test(name));
  const plain = names.filter((name) => !name.endsWith("Output"));
  expect(names.sort()).toEqual(plain.flatMap((name) => [name, `${name}Output`]).sort());
  expect(plain).toHaveLength(16);
});

test("a result with a tool's settings or customers' numbers is secret as an output", async () => {
  world.simulator.person.add("workspaces", { organization: "acme", name: "Support" });
  const outputs = [
    lumenone.getCallLogsOutput({}, options()),
    lumenone.getOrganizationToolsOutput({ organization: "acme" }, options()),
    lumenone.getWorkspaceToolsOutput({ workspace: "support" }, options()),
  ] as unknown as pulumi.Output<unknown>[];
  await Promise.all(outputs.map((output) => valueOf(output)));
  expect(await Promise.all(outputs.map((output) => pulumi.isSecret(output)))).toEqual([true, true, true]);
  const plain = lumenone.getOrganizationOutput({ organization: "acme" }, options());
  expect(await pulumi.isSecret(plain)).toBe(false);
});
