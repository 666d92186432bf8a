import type { Routes } from "../http/call";
import { accountRoutes } from "./accounts";
import { callRoutes } from "./calls";
import { documentRoutes } from "./documents";
import { folderRoutes } from "./folders";
import { numberRoutes } from "./numbers";
import { organizationRoutes } from "./organizations";
import { toolRoutes } from "./tools";
import { voiceRoutes } from "./voice";
import { whatsAppRoutes } from "./whatsapp";
import { workspaceRoutes } from "./workspaces";

/** The handler of every operation of the contract, by operationId. */
export const routes: Routes = {
  ...accountRoutes,
  ...organizationRoutes,
  ...workspaceRoutes,
  ...toolRoutes,
  ...folderRoutes,
  ...documentRoutes,
  ...voiceRoutes,
  ...callRoutes,
  ...numberRoutes,
  ...whatsAppRoutes,
};
