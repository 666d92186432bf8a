import { ApiError, type ApiErrorReason } from "../../errors/api-error";
import { type ResourceError } from "../errors/resource-error";
import { type Values } from "../state/values";
import { type Doubt, sayDoubt } from "./doubt";
import { listing } from "./listing";
import { look } from "./look";
import { Subject } from "./subject";

/** The most parents that are searched for an object whose parent is unknown. */
const mostParents = 50;

/** What LumenOne's own lists say of an object. */
export type Whereabouts =
  | { readonly is: "gone" }
  /** A list shows it. */
  | { readonly is: "there"; readonly object: Values; readonly shownBy: string }
  /** Nothing that LumenOne says shows whether it exists. */
  | { readonly is: "unknown"; readonly because: string };

const gone: Whereabouts = { is: "gone" };

/**
 * Decides whether an object no longer exists. Nothing else in this package decides that. A response to a request for the
 * object itself never proves it: a gateway, a moved path or a wrong one can send any. The proof is a list of the parent's
 * objects, in LumenOne's own envelope, that lacks the object. It is read afterwards, once for all children. Where the list
 * is refused as well, the parent has to be gone by the same proof, up to the lists that have no parent.
 *
 * A kind that LumenOne never lists (VoiceConfig) counts as gone when LumenOne says so twice in its own form of an error,
 * and the same way shows the parent. A wrong conclusion would double nothing there: making it again takes what exists.
 *
 * @param doubt what came back when the object was asked for
 */
export async function whereabouts(given: Subject, doubt?: Doubt): Promise<Whereabouts> {
  const subject = given.withLineage();
  if (isKnownGone(subject)) return gone;
  const found = await seek(subject, doubt).catch((error: unknown): Whereabouts => {
    if (subject.context.signal?.aborted) throw error;
    return { is: "unknown", because: error instanceof Error ? error.message : String(error) };
  });
  if (found.is === "gone") subject.session.noteGone(subject.key);
  return found;
}

/** Whether this process has the proof already, for the object or for its parent. Makes no request. */
export function isKnownGone(subject: Subject): boolean {
  if (subject.session.isGone(subject.key)) return true;
  const { parent } = subject.withLineage();
  return parent !== undefined && isKnownGone(parent);
}

/** Whether the object that this one lies in is gone. */
export async function isParentGone({ parent }: Subject): Promise<boolean> {
  return parent !== undefined && (await whereabouts(parent)).is === "gone";
}

/**
 * Ends quietly when the object is gone.
 * @throws {ResourceError} it exists, or nothing says that it does not
 */
export async function confirmGone(subject: Subject, doubt: Doubt): Promise<void> {
  const found = await whereabouts(subject, doubt);
  if (found.is !== "gone") throw notProven(subject, doubt, found);
}

/** The error of a step that does not know whether its object exists. */
export function notProven(subject: Subject, doubt: Doubt, found: Exclude<Whereabouts, { is: "gone" }>): ResourceError {
  const { cause } = doubt;
  if (found.is === "there") {
    return subject.error(
      `${sayDoubt(doubt)}, but ${found.shownBy} shows that it exists.`,
      "It stays in the state. Check that `lumenone:baseUrl` is LumenOne's API and that no proxy responds in its place " +
        "(`npx pulumi-lumenone doctor`), and run the operation again.",
      { cause },
    );
  }
  return subject.error(
    `${sayDoubt(doubt)}. That does not prove that it no longer exists, and nothing else does: ${found.because}`,
    "It stays in the state. Check that `lumenone:baseUrl` is LumenOne's API and that no proxy responds in its place " +
      "(`npx pulumi-lumenone doctor`), and run the operation again. If it was deleted at LumenOne, remove it with " +
      "`pulumi state delete`.",
    { cause },
  );
}

async function seek(subject: Subject, doubt: Doubt | undefined): Promise<Whereabouts> {
  const { parent, operations } = subject.definition;
  // A server that returns a wrong object may return a wrong list.
  if (doubt?.isOther) return { is: "unknown", because: "its own list may be another one, too." };
  if (!operations.list) return seekUnlisted(subject, doubt);
  if (parent && subject.values[parent.field] === undefined) return seekEverywhere(subject);
  const listed = await listing(subject, true);
  if ("items" in listed) {
    const object = listed.items.find((item) => subject.isShownBy(item));
    if (object) return { is: "there", object, shownBy: operations.list };
    return (await contradiction(subject)) ?? gone;
  }
  if (await isParentGone(subject)) return gone;
  return { is: "unknown", because: `${sayDoubt(listed.doubt)}.` };
}

/** Evidence that a list lacks an object wrongly. A refusal is not evidence: then the list decides. */
async function contradiction(subject: Subject): Promise<Whereabouts | undefined> {
  const { definition } = subject;
  try {
    if ((await definition.witness?.(subject)) === undefined) return undefined;
    return { is: "unknown", because: `${definition.operations.list} lacks it, and another operation shows it.` };
  } catch (error) {
    if (error instanceof ApiError && refusals.includes(error.reason)) return undefined;
    throw error;
  }
}

const refusals: readonly ApiErrorReason[] = ["notFound", "badRequest", "forbidden"];

/** An object whose parent is not known is gone when no parent has it. */
async function seekEverywhere(subject: Subject): Promise<Whereabouts> {
  const { definition: above, field } = subject.definition.parent!;
  const siblings = new Subject(above, subject.context, subject.values);
  const listed = await listing(siblings, true);
  if ("doubt" in listed) return { is: "unknown", because: `${sayDoubt(listed.doubt)}.` };
  if (listed.items.length > mostParents) {
    const because = `its ${field} is not known, and ${listed.items.length} may have it, of which only ${mostParents} are asked.`;
    return { is: "unknown", because };
  }
  const looks = listed.items.map(async (item) => {
    const parent = siblings.idOf(item);
    return { parent, found: await seek(subject.with({ ...subject.values, [field]: parent }), undefined) };
  });
  const found = await Promise.all(looks);
  const there = found.find(({ found }) => found.is === "there");
  if (there) subject.session.noteParent(subject.key, there.parent);
  return there?.found ?? found.find(({ found }) => found.is === "unknown")?.found ?? gone;
}

async function seekUnlisted(subject: Subject, doubt: Doubt | undefined): Promise<Whereabouts> {
  const { parent } = subject;
  if (!parent) return { is: "unknown", because: "LumenOne has no list of these." };
  const above = await look(parent);
  if ("doubt" in above) {
    const found = await whereabouts(parent, above.doubt);
    if (found.is === "gone") return gone;
    return { is: "unknown", because: found.is === "unknown" ? found.because : `${sayDoubt(above.doubt)}.` };
  }
  if (doubt?.ownForm) {
    const again = await look(subject);
    if ("object" in again)
      return { is: "there", object: again.object, shownBy: String(subject.definition.operations.read) };
    if (again.doubt.ownForm) return gone;
  }
  const kind = parent.definition.kind.toLowerCase();
  return { is: "unknown", because: `LumenOne has no list of these, and its ${kind} ${parent.id} exists.` };
}
