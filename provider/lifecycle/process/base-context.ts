import { clientFrom } from "../../client/client";
import { type Settings } from "../../client/settings";
import { journalOfProcess } from "../once/file-journal";
import { clientApi } from "./client-api";
import { type Context } from "./context";
import { type Session } from "./session";

/** The part of a {@link Context} that all steps of one configured provider share. */
export type BaseContext = Omit<Context, "warn" | "info" | "signal" | "sharedApi">;

/** What depends on the settings alone. */
export function baseContext(settings: Settings, session: Session): BaseContext {
  return {
    api: clientApi(clientFrom(settings)),
    session,
    maxRetries: settings.maxRetries,
    journal: journalOfProcess(),
    accountId: settings.accountId,
    adopt: settings.adopt,
    allowOriginChange: settings.allowOriginChange,
  };
}
