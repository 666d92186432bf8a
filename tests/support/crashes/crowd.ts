import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { type Program } from "../stack";

const letters = ["a", "b", "c", "d", "e"];

/** How many objects of each kind {@link crowd} declares. */
export const declared: Readonly<Record<string, number>> = {
  Account: 1,
  Organization: 3,
  Workspace: 10,
  OrganizationTool: 4,
  ToolAttachment: 8,
  Folder: 4,
  VoiceConfig: 4,
  Document: 2,
  DocumentEmbedding: 2,
  NumberRequest: 2,
};

/**
 * Kinds for which LumenOne keeps no name: a later process cannot recognise the object that it was to create, and cannot
 * take it over. One that was created when the process died is created once more.
 */
export const anonymous: readonly string[] = ["Account", "NumberRequest", "Document"];

/** Forty resources of every kind, under two organizations, that refer to each other. */
export const crowd: Program = () => {
  new lumenone.Account("customer");
  new lumenone.Organization("empty");
  for (const branch of ["north", "south"]) {
    const organization = new lumenone.Organization(branch);
    const tools = ["crm", "calendar"].map(
      (tool) =>
        new lumenone.OrganizationTool(`${branch}-${tool}`, {
          organization,
          type: "apiRequest",
          config: { url: `https://${tool}.example.com`, token: "a-secret" },
        }),
    );
    const workspaces = letters.map(
      (letter, index) =>
        new lumenone.Workspace(`${branch}-${letter}`, { organization, topN: index + 2, openAiPrompt: `Be ${letter}.` }),
    );
    for (const [index, workspace] of workspaces.slice(0, 2).entries()) {
      new lumenone.VoiceConfig(`${branch}-${letters[index]}`, { workspace, firstMessage: `Hello from ${branch}` });
    }
    for (const [index, workspace] of workspaces.slice(0, 2).entries()) {
      for (const [which, tool] of tools.entries()) {
        new lumenone.ToolAttachment(`${branch}-${letters[index]}-${which}`, { workspace, tool });
      }
    }
    const [folder] = ["contracts", "manuals"].map(
      (name) => new lumenone.Folder(`${branch}-${name}`, { organization, name }),
    );
    const source = new pulumi.asset.StringAsset(`The ${branch} pole is cold.`);
    const document = new lumenone.Document(`${branch}-guide`, { organization, folder, source });
    new lumenone.DocumentEmbedding(`${branch}-guide`, { workspace: workspaces[0] as lumenone.Workspace, document });
    new lumenone.NumberRequest(branch, { organization, country: "US", numberType: "local" });
  }
};
