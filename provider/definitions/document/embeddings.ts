import { ApiError } from "../../errors/api-error";
import { Batch, type Failures } from "../../lifecycle/process/batch";
import { listAll } from "../../lifecycle/object/listing";
import { Subject } from "../../lifecycle/object/subject";
import { mayComeLate } from "../../lifecycle/once/may-come-late";
import { type ResourceError } from "../../lifecycle/errors/resource-error";
import { type Sends, sendsOf } from "../../lifecycle/once/sends";
import { sharedContext } from "../../lifecycle/process/shared-context";
import { type Values } from "../../lifecycle/state/values";
import { byOrganization, failing } from "./by-organization";
import { withoutOrganization } from "./docpath";

/** Sendings of one batch whose outcome is unknown, at most; fewer where `maxRetries` says so. */
const attempts = 4;
/** After that long no batch is sent again, in milliseconds: others wait for its end. */
const longest = 15 * 60_000;
/** Pauses between looks, in milliseconds: for a LumenOne that restarts, and for one that may still be at work. */
const shortPauses = [1000, 2000, 4000];
const longPauses = [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000];
/** LumenOne had begun a request that took at least this long, in milliseconds, however it ended. */
const begun = 10_000;

/** What is embedded in one workspace, changed by batches of what is ready together. */
class Embeddings {
  private readonly adds: Batch<string>;
  private readonly removes: Batch<string>;
  /** Docpaths that are embedded, as of the last response; undefined where it has to be asked for. */
  private known: Set<string> | undefined;

  /** @param subject names the workspace alone */
  constructor(private readonly subject: Subject) {
    const { batches } = subject.session;
    this.adds = new Batch(batches, (docpaths) => byOrganization(docpaths, (group) => this.embed(group)));
    this.removes = new Batch(batches, (docpaths) => byOrganization(docpaths, (group) => this.unembed(group)));
  }

  /** Embeds a document. @throws when LumenOne refuses it, or leaves it out without a word */
  add(docpath: string, signal?: AbortSignal): Promise<void> {
    return this.adds.add(docpath, signal, () => this.late(docpath));
  }

  /** Takes a document out of the workspace. One that is not in it is out of it. */
  remove(docpath: string, signal?: AbortSignal): Promise<void> {
    return this.removes.add(docpath, signal, () => this.late(docpath));
  }

  private async embed(docpaths: string[]): Promise<Failures<string>> {
    let lost: ApiError | undefined;
    const { time } = this.subject.session;
    const end = time.now() + longest;
    let sends = sendsOf(this.subject.context);
    for (let attempt = 1; attempt <= attempts && sends.left > 0 && time.now() < end; attempt++) {
      // Adding what is there already makes a second row (upstream).
      const missing = await this.missing(docpaths).catch((error: unknown) => {
        throw new Error(`updateWorkspaceEmbeddings was not sent: ${(error as Error).message}`, { cause: error });
      });
      if (missing.length === 0) return new Map();
      // LumenOne has responded, so sending again would get the same response.
      if (lost?.status === 500) return failing(missing, () => lost as Error);
      const sentAt = time.now();
      try {
        await this.update({ adds: missing, deletes: [] }, sends);
        return failing(await this.missing(missing), (docpath) => this.dropped(docpath));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        lost = error;
        if (error.reason === "rateLimited" && sends.left > 0) continue;
        if (!error.outcomeUnknown) return failing(await this.missing(missing).catch(() => missing), () => error);
        const mayGoOn = mayComeLate(error) || time.now() - sentAt >= begun;
        const progressed = await this.untilDone(missing, error, mayGoOn);
        // Another call would create second rows if LumenOne still works on the first.
        if (mayGoOn && !progressed) break;
        if (progressed) sends = sendsOf(this.subject.context);
      }
    }
    const cause = lost as Error;
    return failing(await this.missing(docpaths), () => cause);
  }

  /**
   * Embedding takes minutes, and goes on though nobody listens any more: waits while it shows progress.
   * @returns whether any of the documents was embedded meanwhile
   */
  private async untilDone(docpaths: string[], { status, fault }: ApiError, mayGoOn: boolean): Promise<boolean> {
    if (status === 500) return false;
    const pauses = mayGoOn ? longPauses : shortPauses;
    const all = (await this.missing(docpaths)).length;
    let left = all;
    if (left > 0) {
      const seconds = pauses.reduce((sum, pause) => sum + pause, 0) / 1000;
      this.subject.context.info(
        `DocumentEmbedding: updateWorkspaceEmbeddings of the workspace ${String(this.subject.values["workspace"])} ended with ` +
          `${status ?? fault ?? "no usable response"}, and ${left} documents are not embedded yet. Waits up to ${seconds} s ` +
          "for each of them to appear.",
      );
    }
    for (let pause = 0; left > 0 && pause < pauses.length; pause++) {
      await this.subject.session.time.wait(pauses[pause] ?? 0, this.subject.context.signal);
      if (this.subject.context.signal?.aborted) break;
      this.known = undefined;
      const now = (await this.missing(docpaths)).length;
      if (now < left) pause = -1;
      left = now;
    }
    return left < all;
  }

  private async unembed(docpaths: string[]): Promise<Failures<string>> {
    const { time } = this.subject.session;
    let left = docpaths;
    let sends = sendsOf(this.subject.context);
    // A document that was embedded twice takes two: each call removes one row (upstream).
    for (let attempt = 1; left.length > 0 && attempt <= attempts; attempt++) {
      try {
        await this.update({ adds: [], deletes: left }, sends);
        sends = sendsOf(this.subject.context);
      } catch (error) {
        const isLast = attempt === attempts || sends.left === 0;
        if (!(error instanceof ApiError) || (isLast && (error.outcomeUnknown || error.reason === "rateLimited")))
          throw error;
        const isRefused = !error.outcomeUnknown && error.reason !== "rateLimited";
        const gone = isRefused ? await this.missing(left).catch((): string[] => []) : left;
        if (gone.length < left.length) throw error;
        if (error.outcomeUnknown) await time.wait(shortPauses[attempt - 1] ?? 0, this.subject.context.signal);
      }
      const gone = await this.missing(left);
      left = left.filter((docpath) => !gone.includes(docpath));
    }
    return failing(left, (docpath) => this.error(docpath, "LumenOne reported no error, but it is still there."));
  }

  private async missing(docpaths: string[]): Promise<string[]> {
    this.known ??= docpathsOf(await listAll(this.subject));
    const { known } = this;
    return docpaths.filter((docpath) => !known.has(docpath) && !known.has(withoutOrganization(docpath)));
  }

  /** The response shows what is embedded; neither the status nor a message does (upstream). */
  private async update(fields: { adds: string[]; deletes: string[] }, sends: Sends): Promise<void> {
    this.known = undefined;
    const { definition, values } = this.subject;
    const shown = await this.subject.one("updateWorkspaceEmbeddings", { fields, sends, once: true });
    if (Array.isArray(shown["documents"])) this.known = docpathsOf(definition.items?.(shown, values) ?? []);
  }

  private dropped(docpath: string): ResourceError {
    return this.error(
      docpath,
      "LumenOne reported no error, but did not embed it. The document may be gone, or hold no text it can read.",
    );
  }

  private late(docpath: string): ResourceError {
    return this.error(docpath, "its time was over before LumenOne had responded to updateWorkspaceEmbeddings.");
  }

  private error(docpath: string, problem: string): ResourceError {
    const edge = this.subject.at(`${String(this.subject.values["workspace"])}/${docpath}`);
    return edge.error(problem, "Look at the document at LumenOne, and run the operation again.");
  }
}

/** The embeddings of the workspace that an embedding names: one object for all that a process does there. */
export function embeddingsOf({ definition, context, session, values }: Subject): Embeddings {
  const { workspace, accountId } = values;
  const shared = new Subject(definition, sharedContext(context), { workspace, accountId });
  return session.only(`embeddings ${shared.scope}`, () => new Embeddings(shared));
}

function docpathsOf(documents: Values[]): Set<string> {
  return new Set(documents.map((document) => String(document["docpath"])));
}
