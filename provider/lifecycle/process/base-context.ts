import { type Client } from "../../client/client";
import { correctedLimits } from "../../client/contract/value-limits";
import { type Settings } from "../../client/settings";
import { journalIn } from "../once/file-journal";
import { clientApi } from "./client-api";
import { type Context, type MessageKind } from "./context";
import { type Session } from "./session";

/** The part of a {@link Context} that all steps of one configured provider share. */
export type BaseContext = Omit<Context, MessageKind | "signal" | "sharedApi">;

/**
 * The part of a context that depends on the settings alone.
 * @param client made from these settings
 * @param environment says where the journal of creations is
 */
export function baseContext(
  settings: Settings,
  client: Client,
  session: Session,
  environment: NodeJS.ProcessEnv = process.env,
): BaseContext {
  return {
    api: clientApi(client),
    session,
    correctedLimits: (operationId, field) => correctedLimits(settings.contract, operationId, field),
    maxRetries: settings.maxRetries,
    journal: journalIn(environment),
    accountId: settings.accountId,
    adopt: settings.adopt,
    allowOriginChange: settings.allowOriginChange,
  };
}
