import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";

// One program: what differs stands in Pulumi.production.yaml and Pulumi.staging.yaml.
const config = new pulumi.Config();
const prefix = config.get("prefix") ?? "staging-";
const keep = config.getBoolean("keep") ?? false;

const tenant = new lumenone.Tenant("acme", {
  organization: {
    name: `${prefix}Acme Inc.`,
    // Production refuses to go; staging goes with everything that testers have put into it.
    ...(keep ? { deletionProtection: true } : { forceDestroy: true }),
  },
  workspaces: {
    support: { name: "Customer support", openAiPrompt: "You help the customers of Acme.", topN: 6, tools: ["orders"] },
    reception: {
      name: "Phone reception",
      voice: {
        firstMessage: "Acme, good day!",
        voice: { provider: "vapi", voiceId: "Elliot" },
        transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
      },
    },
  },
  tools: { orders: { type: "apiRequest", config: { url: `https://${prefix}orders.example.com` } } },
  folders: { manuals: { forceDestroy: !keep } },
});

export const organization = tenant.organization.slug;
