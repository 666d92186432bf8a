import { isParentGone } from "../object/gone";
import { type Subject } from "../object/subject";
import { appeared } from "./appeared";
import { unconfirmed } from "./unconfirmed";

/**
 * Ends quietly when a refused creation created nothing. A gateway can put a refusal in place of LumenOne's response, so
 * something new that looks like the object may be ours or somebody else's: a person decides, and the next `up` takes
 * it.
 * @param before ids of what looked like it before
 * @throws {IncompleteError} it created something, or that is not known
 */
export async function assertNotMade(subject: Subject, before: ReadonlySet<string>, refusal: Error): Promise<void> {
  const doubtful = (why: string): Error => unconfirmed(subject, before, new Error(`${refusal.message} ${why}`));
  const found = await appeared(subject, before).catch(async (error: Error) => {
    if (await isParentGone(subject)) return [];
    throw doubtful(`Whether it was made all the same is not known: ${error.message}`);
  });
  if (found.length === 0) return;
  const ids = found.map((item) => subject.idOf(item)).join(", ");
  throw doubtful(
    `And yet there is one like it that was not there before: ${ids}. If it is somebody else's, take this resource out of ` +
      "the state with `pulumi state delete` first.",
  );
}
