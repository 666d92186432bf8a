import type { Routes } from "../http/call";
import { accountRoutes } from "./account-routes";
import { attachmentRoutes } from "./attachment-routes";
import { authRoutes } from "./auth-routes";
import { callLogRoutes } from "./call-log-routes";
import { documentRoutes } from "./document-routes";
import { embeddingRoutes } from "./embedding-routes";
import { folderRoutes } from "./folder-routes";
import { numberRequestRoutes } from "./number-request-routes";
import { numberRoutes } from "./number-routes";
import { organizationRoutes } from "./organization-routes";
import { toolRoutes } from "./tool-routes";
import { uploadRoutes } from "./upload-routes";
import { voiceRoutes } from "./voice-routes";
import { whatsAppRoutes } from "./whatsapp-routes";
import { workspaceRoutes } from "./workspace-routes";

/** Every operation of the contract. */
export const routes: Routes = {
  ...authRoutes,
  ...accountRoutes,
  ...organizationRoutes,
  ...workspaceRoutes,
  ...toolRoutes,
  ...attachmentRoutes,
  ...folderRoutes,
  ...uploadRoutes,
  ...documentRoutes,
  ...embeddingRoutes,
  ...voiceRoutes,
  ...callLogRoutes,
  ...numberRoutes,
  ...numberRequestRoutes,
  ...whatsAppRoutes,
};
