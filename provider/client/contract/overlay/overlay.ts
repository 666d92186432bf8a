import { OverlayError } from "./overlay-error";
import { type OverlayFile } from "./overlay-file";
import { isObject } from "../../is-object";

/** One step of an overlay. */
export interface Action {
  readonly target: string;
  /** Merged into what the target selects, or appended to it; undefined where the step removes. */
  readonly update: unknown;
  readonly remove: boolean;
}

/** The actions of an overlay. @throws {OverlayError} it is not a valid OpenAPI Overlay 1.0 document */
export function actionsOf(file: OverlayFile): Action[] {
  const wrong = (keys: readonly (string | number)[], problem: string) => {
    const action = keys[0] === "actions" && typeof keys[1] === "number" ? `actions[${keys[1]}]: ` : "";
    return new OverlayError(file.name, `${file.lineOf(keys)}: ${action}${problem}`);
  };
  const checkKeys = (object: object, names: readonly string[], keys: readonly (string | number)[]) => {
    const unknown = Object.keys(object).find((key) => !names.includes(key) && !key.startsWith("x-"));
    if (unknown === undefined) return;
    const problem = `${unknown} is not a key of Overlay 1.0 here. Known are ${names.join(", ")} and x-*.`;
    throw wrong([...keys, unknown], problem);
  };
  const { content } = file;
  if (!isObject(content))
    throw wrong([], "it is not an object, so it is not an OpenAPI Overlay. See docs/contract.md.");
  if (content["overlay"] === undefined) {
    const other = content["openapi"] ?? content["swagger"];
    const what = other === undefined ? "the key overlay is missing" : "it is an OpenAPI document, not an overlay";
    throw wrong([], `${what}. Begin it with \`overlay: 1.0.0\`.`);
  }
  if (typeof content["overlay"] !== "string" || !/^1\.0\.\d+$/.test(content["overlay"])) {
    throw wrong(["overlay"], "overlay must be the text 1.0.0: other versions are not supported.");
  }
  checkKeys(content, ["overlay", "info", "extends", "actions"], []);
  const { info, actions } = content;
  if (!isObject(info)) throw wrong(["info"], "info is missing, or not an object. It needs title and version.");
  checkKeys(info, ["title", "version"], ["info"]);
  for (const key of ["title", "version"]) {
    if (typeof info[key] !== "string")
      throw wrong(["info", key], `info.${key} must be a text (in quotes, if it looks like a number).`);
  }
  if (content["extends"] !== undefined && typeof content["extends"] !== "string") {
    throw wrong(["extends"], "extends must be a URI.");
  }
  if (!Array.isArray(actions) || actions.length === 0) {
    throw wrong(["actions"], "actions must be a list of at least one action.");
  }
  const seen = new Set<string>();
  return actions.map((action: unknown, at) => {
    const here = (...keys: string[]) => ["actions", at, ...keys];
    if (!isObject(action)) throw wrong(here(), "an action must be an object with a target.");
    checkKeys(action, ["target", "description", "update", "remove"], here());
    const { target, description, update, remove = false } = action;
    if (typeof target !== "string") throw wrong(here("target"), "target must be a text: a JSONPath.");
    if (description !== undefined && typeof description !== "string")
      throw wrong(here("description"), "description must be a text.");
    if (typeof remove !== "boolean") throw wrong(here("remove"), "remove must be true or false.");
    if (!remove && update === undefined)
      throw wrong(here(), `it does nothing to ${target}: it needs update, or remove: true.`);
    const same = JSON.stringify([target, update, remove]);
    if (seen.has(same)) throw wrong(here(), `an action before it is the same. Remove one of the two.`);
    seen.add(same);
    return { target, update: remove ? undefined : update, remove };
  });
}
