import { type Doubt, doubtAbout, doubtOf } from "./doubt";
import { parseId } from "./identity";
import { listing } from "./listing";
import { type Subject } from "./subject";
import { type Values } from "../state/values";

/** An object as LumenOne shows it, or what came back in its place. */
export type Sight = { readonly object: Values } | { readonly doubt: Doubt };

/**
 * Looks at one object: alone where there is an operation for it, else in the list of its parent.
 * @throws {ApiError} LumenOne could not be asked
 */
export async function look(subject: Subject): Promise<Sight> {
  const { read, list } = subject.definition.operations;
  if (read) return lookAlone(subject);
  const listed = await listing(subject);
  if ("doubt" in listed) return listed;
  const object = listed.items.find((item) => subject.isShownBy(item));
  return object ? { object } : { doubt: doubtAbout(String(list), "a list without it") };
}

async function lookAlone(subject: Subject): Promise<Sight> {
  const read = subject.definition.operations.read!;
  try {
    const shown = await subject.one(read);
    if (Object.keys(shown).length === 0) return { doubt: doubtAbout(read, "nothing") };
    const other = await otherName(subject, shown);
    if (other === undefined) return { object: shown };
    return { doubt: { ...doubtAbout(read, `another object, ${other}`), isOther: true } };
  } catch (error) {
    const doubt = doubtOf(error);
    if (!doubt) throw error;
    return { doubt };
  }
}

/** The name or id of a returned object that is not the requested one. One without either is the requested one. */
async function otherName(subject: Subject, shown: Values): Promise<string | undefined> {
  const { definition, id } = subject;
  const parts = parseId(definition, id);
  for (const [parameter, { response: name }] of Object.entries(definition.id)) {
    const value = name === undefined ? undefined : shown[name];
    if ((typeof value !== "string" && typeof value !== "number") || String(value) === parts[parameter]) continue;
    return `${name} ${JSON.stringify(value)}`;
  }
  if ((await definition.isOwn?.(subject, shown)) ?? true) return undefined;
  return `id ${JSON.stringify(shown["id"])}`;
}
