import { type Client, clientFrom } from "../client/client";
import { type Settings } from "../client/settings";
import { SettingsError } from "../errors/settings-error";
import { type Definition } from "../lifecycle/definition/definition";
import { type BaseContext, baseContext } from "../lifecycle/process/base-context";
import { type Context } from "../lifecycle/process/context";
import { Session } from "../lifecycle/process/session";
import { stepContext } from "../lifecycle/process/step-context";
import { stepLimit } from "../lifecycle/process/step-limit";
import { type EngineConnection } from "./engine-connection";

/** The environment and the folder of a provider. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** Of the program: a relative path of `lumenone:contract` begins at its project. */
  readonly folder: string;
}

/** Those of this process: the engine starts a plugin in the program's folder. */
export const ofThisProcess: Surroundings = { environment: process.env, folder: process.cwd() };

/** How long a request that LumenOne may have seen goes on after Ctrl-C, in milliseconds. */
const patience = 1000;

/**
 * One provider resource of a stack. The engine starts a process for each; where it attaches to a running process, it opens a
 * connection for each.
 */
export class ProviderInstance {
  private configured: { readonly settings: Settings; readonly base: BaseContext; readonly client: Client } | undefined;
  /** Comes with Ctrl-C: nothing waits any more, and nothing is sent. */
  private readonly stopping = new AbortController();
  /** Comes a second later: what is under way ends, and the state says that its outcome is not known. */
  private readonly ended = new AbortController();

  constructor(
    readonly surroundings: Surroundings,
    public engine: EngineConnection | undefined,
  ) {}

  /** @throws {SettingsError} it is configured for another host already */
  configure(settings: Settings): void {
    const before = this.configured?.settings.origin;
    if (this.configured && before !== settings.origin) {
      throw new SettingsError(
        "baseUrl",
        `is ${settings.origin ?? "missing"}, but this provider is already configured for ${before ?? "no host"}`,
        before ?? "https://HOST",
      );
    }
    const session = this.configured?.base.session ?? new Session(undefined, this.stopping.signal);
    const client = clientFrom(settings);
    this.configured = { settings, client, base: baseContext(settings, client, session, this.surroundings.environment) };
  }

  /** The client for data functions. @throws {Error} the engine has not configured this provider */
  get client(): Client {
    return this.ready().client;
  }

  /** Ends all that waits, now and from now on. */
  cancel(): void {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort(new Error("the operation was cancelled"));
    setTimeout(() => this.ended.abort(this.stopping.signal.reason), patience).unref();
  }

  /**
   * What a step of the lifecycle needs.
   * @param seconds as the option `customTimeouts` says; 0 for the kind's own limit
   * @param pending collects messages under way
   * @throws {Error} the engine has not configured this provider, or has cancelled the operation
   */
  context(definition: Definition, urn: string, seconds: number, pending: Promise<void>[]): Context {
    const { base } = this.ready();
    const { signal: stopping } = this.stopping;
    const { signal: ended } = this.ended;
    const time = AbortSignal.timeout(seconds > 0 ? seconds * 1000 : stepLimit(definition));
    const signal = AbortSignal.any([stopping, time]);
    return stepContext(base, {
      log: async (severity, message) => this.engine?.log(severity, urn, message),
      pending,
      signal,
      calls: { signal: AbortSignal.any([ended, time]), stopping: signal },
      sharedCalls: { signal: ended, stopping },
    });
  }

  private ready() {
    if (this.stopping.signal.aborted) throw new Error("The operation was cancelled.");
    if (!this.configured) throw new Error("The engine has not configured this provider of lumenone.");
    return this.configured;
  }
}
