import { operationIds } from "../../../provider/client/contract/contract";
import { type OperationId } from "../../../provider/client/contract/contract";
import { type Values } from "../../../provider/lifecycle/state/values";
import { simulated } from "../../support/simulated";

const lumenone = simulated({ organizations: [{ name: "Acme" }], workspaces: [{ name: "Support" }] });

/** Every text that a write can carry, in each operation that the lifecycle writes with. */
const writes: [OperationId, parameters: Values, fields: Values][] = [
  ["createAccount", {}, { name: "planted-name" }],
  ["createOrganization", {}, { name: "planted-name" }],
  ["updateOrganization", { orgSlug: "acme" }, { name: "planted-name" }],
  [
    "createWorkspace",
    { orgSlug: "acme" },
    {
      ...{ name: "planted-name", openAiPrompt: "planted prompt\nof two lines", chatProvider: "planted-provider" },
      ...{ chatModel: "planted-model", agentProvider: "planted-agent", queryRefusalResponse: 'planted "refusal"' },
    },
  ],
  ["updateWorkspace", { slug: "support" }, { name: "planted-name", openAiPrompt: "planted prompt" }],
  [
    "createOrganizationTool",
    { orgSlug: "acme" },
    {
      name: "planted-name",
      type: "planted-type",
      description: "planted text",
      config: { deep: [{ key: "planted-key" }] },
    },
  ],
  ["createFolder", { orgSlug: "acme" }, { name: "planted-name" }],
  ["createNumberRequest", { orgSlug: "acme" }, { country: "planted-country", numberType: "planted-type" }],
  [
    "provisionVoiceIntegration",
    { slug: "support" },
    {
      firstMessage: "planted greeting",
      prompt: "planted prompt",
      voice: { provider: "planted-provider", voiceId: "planted-voice" },
    },
  ],
];

function plantedIn(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("planted") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(plantedIn) : [];
}

test.each(writes)(
  "%s: an error of LumenOne's that repeats the request shows none of it",
  async (operationId, parameters, fields) => {
    expect(operationIds()).toContain(operationId);
    const { context } = lumenone.process();
    const planted = plantedIn(fields);
    expect(planted.length).toBeGreaterThan(0);
    for (const message of [
      ...planted.map((text) => `"${text}" is not valid`),
      JSON.stringify(fields),
      `cut off: ${planted[0]?.slice(0, 10)}`,
    ]) {
      lumenone.simulator.faults.add({ kind: "status", status: 400, body: { success: false, message }, operationId });
      const error: unknown = await context.api
        .one(operationId, { parameters, fields })
        .catch((thrown: unknown) => thrown);
      expect(String(error)).toContain("[secret]");
      expect(String(error)).not.toMatch(/planted[ -]\w/);
      // What says which object is meant stays.
      if (parameters["orgSlug"] !== undefined) expect(String(error)).toContain(Buffer.from("acme").toString("hex"));
    }
  },
);
