import { type Values } from "../../lifecycle/state/values";
import { type Ask } from "./ask";

/** The data functions by their names. They are loaded when the first is called. */
function functions(): Readonly<Record<string, unknown>> {
  return {
    ...(require("./documents") as typeof import("./documents")),
    ...(require("./organizations") as typeof import("./organizations")),
    ...(require("./phone") as typeof import("./phone")),
    ...(require("./workspaces") as typeof import("./workspaces")),
  };
}

/** The names of the data functions. */
export function functionNames(): string[] {
  return Object.keys(functions()).sort();
}

/** A data function for a host, which checks neither args nor results. @throws when this release has no such function */
export function functionOf(name: string) {
  const found = functions();
  if (!Object.hasOwn(found, name)) throw new Error(`This release of lumenone does not have the function "${name}".`);
  const ask = found[name] as Ask<Values, object>;
  return { ask, secret: ask.secret === true };
}
