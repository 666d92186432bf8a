import { assetOfHash } from "../../../provider/lifecycle/engine/asset";
import { type Created } from "../../../provider/lifecycle/steps/create";
import { sha256 } from "../sample-files";
import { type HostSteps } from "./host-steps";

/** One managed object of each kind, by kind: an organization with everything that can be in it, and an account. */
export type OneOfEach = Readonly<Record<string, Created>>;

/** Makes them. @param name of the organization, and of what lies in it */
export async function oneOfEach(steps: HostSteps, name: string): Promise<OneOfEach> {
  const made: Record<string, Created> = {};
  const make = async (kind: string, inputs: Parameters<HostSteps["create"]>[1]) => {
    made[kind] = await steps.create(kind, inputs);
    return made[kind].id;
  };
  await make("Account", { name });
  const organization = await make("Organization", { name });
  const workspace = await make("Workspace", { organization, name });
  const tool = await make("OrganizationTool", { organization, name, type: "function" });
  await make("ToolAttachment", { workspace, tool: tool.split("/")[1] });
  await make("Folder", { organization, name });
  await make("VoiceConfig", { workspace });
  const source = { ...assetOfHash(sha256("# Text")), text: "# Text" };
  const document = await make("Document", { organization, title: name, source });
  await make("DocumentEmbedding", { workspace, document });
  await make("NumberRequest", { organization, country: "US", numberType: "local" });
  return made;
}
