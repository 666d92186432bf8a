import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { assertOrigin } from "../object/origin";
import { Subject } from "../object/subject";
import { compare } from "./diff";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";
import { write } from "./write";

/** Writes exactly what the program changed, in one call, and returns the new outputs. */
export async function update(
  definition: Definition,
  given: Context,
  id: string,
  state: Values,
  news: Values,
): Promise<Values> {
  const context = hiding(definition, given, state, news);
  const old = new Subject(definition, context, upgrade(definition, state), id);
  assertOrigin(old);
  const subject = old.with(news);
  const { changed, incomplete } = compare(old, news);
  const fields: Values = {};
  for (const name of new Set([...changed, ...incomplete])) {
    const field = definition.fields[name];
    if (!field || field.local) continue;
    if (news[name] !== undefined) fields[name] = news[name];
    else if (field.default !== undefined) fields[name] = field.default;
    else if (field.nullable || field.resetByNull) fields[name] = null;
    else {
      context.warn(
        `${subject.label}: ${name} left the program, but LumenOne has no way to unset it. ` +
          "It keeps its value, and is no longer managed from here.",
      );
    }
  }
  const remote = Object.keys(fields).length > 0 ? await write(subject, fields) : {};
  return outputsOf(subject, project(definition, news, remote), remote, old.values);
}
