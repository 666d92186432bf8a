import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Task } from "../task";

/**
 * The account of a stack's resources that name none, as far as files and the environment show it.
 * Asking the CLI would take longer than the step that this saves. A wrong account only makes that step run.
 */
export function configuredAccount({
  project,
  stack,
  env,
}: Pick<Task, "project" | "stack" | "env">): string | undefined {
  const file = join(project, `Pulumi.${stack}.yaml`);
  const { parse } = require("yaml") as typeof import("yaml");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const { config } = (parse(text) ?? {}) as { config?: Record<string, unknown> | null };
  const own = config?.["lumenone:accountId"];
  return typeof own === "string" ? own : (env["LUMENONE_ACCOUNT_ID"] ?? process.env["LUMENONE_ACCOUNT_ID"]);
}
