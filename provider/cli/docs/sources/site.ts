import axios, { type AxiosInstance } from "axios";
import { isLoopback } from "../../../client/base-url";
import { version } from "../../../client/version";
import { largestSource, longestRead, tooLarge } from "./limits";
import { SourceError } from "./source-error";
import { type SourceText, sourceText } from "./source-text";

/** The result of an address: a text, or why there is none. */
export type Page = SourceText | { readonly name: string; readonly missing: string; readonly needsLogin: boolean };

const mostRedirects = 5;
const mostRequests = 400;

/**
 * Reads public pages of one site. Sends no key and no settings, follows redirects within the site, and reads at most
 * 20 MB in 60 seconds, all pages together.
 */
export class Site {
  private readonly client: AxiosInstance;
  private readonly signal: AbortSignal;
  private read = 0;
  private requests = 0;

  /** @throws {SourceError} the address is not one of a public site */
  constructor(
    readonly address: URL,
    private readonly milliseconds = longestRead,
  ) {
    const problem =
      address.username || address.password
        ? "Its address holds a user or a password."
        : address.protocol === "http:" && !isLoopback(address.hostname)
          ? "It is http, where others can change what is read."
          : undefined;
    if (problem !== undefined) {
      const shown = `${address.host}${address.pathname}`;
      throw new SourceError(shown, problem, `Give its address as https://${shown}.`);
    }
    this.signal = AbortSignal.timeout(milliseconds);
    this.client = axios.create({
      headers: {
        "User-Agent": `pulumi-lumenone/${version}`,
        Accept: "application/json, application/yaml, text/markdown, text/plain;q=0.9, */*;q=0.5",
      },
      ...(isLoopback(address.hostname) ? { proxy: false as const } : {}),
      responseType: "arraybuffer",
      // Each redirect is checked first.
      maxRedirects: 0,
      validateStatus: () => true,
      transformResponse: [],
    });
  }

  /** Whether an address is of this site: of its host, or of one below it. */
  holds(url: URL): boolean {
    const { protocol, host, hostname } = this.address;
    if (url.username || url.password) return false;
    if (url.host === host && (url.protocol === protocol || url.protocol === "https:")) return true;
    return url.protocol === "https:" && url.hostname.endsWith(`.${hostname}`);
  }

  /** @throws {SourceError} the site cannot be reached, or gives more than is read */
  async get(url: URL): Promise<Page> {
    let at = url;
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const { status, headers, data } = await this.request(at);
      const location = headers["location"] as unknown;
      if (status >= 300 && status < 400 && typeof location === "string") {
        const next = URL.canParse(location, at.href) ? new URL(location, at) : undefined;
        if (!next || !this.holds(next)) {
          const missing = `It redirects to another site (${next?.host ?? "an address that is not valid"}), which is not followed.`;
          return { name: url.href, missing, needsLogin: /log-?in|auth|sso/i.test(location) };
        }
        at = next;
        continue;
      }
      if (status === 401 || status === 403) {
        return { name: at.href, missing: `It needs a login (${status}).`, needsLogin: true };
      }
      if (status < 200 || status >= 300) {
        return { name: at.href, missing: `It returns ${status}.`, needsLogin: false };
      }
      return textOf(at.href, data);
    }
    return { name: url.href, missing: "It redirects in a circle.", needsLogin: false };
  }

  private async request(url: URL) {
    const { href } = this.address;
    if (++this.requests > mostRequests) {
      throw new SourceError(
        href,
        `It has more than ${mostRequests} pages.`,
        "Give the address of its openapi.json, or that file.",
      );
    }
    try {
      const response = await this.client.get<Buffer>(url.href, {
        signal: this.signal,
        maxContentLength: Math.max(1, largestSource - this.read),
      });
      this.read += response.data.length;
      return response;
    } catch (error) {
      if (this.signal.aborted) {
        throw new SourceError(
          href,
          `It did not respond within ${this.milliseconds / 1000} seconds.`,
          "Try again, or download its openapi.json and give that file.",
        );
      }
      const { message, code } = error as { message: string; code?: string };
      if (/maxContentLength/.test(message)) throw tooLarge(href);
      throw new SourceError(
        href,
        `It cannot be reached (${code ?? message}).`,
        "Check the address and the proxy, or download its openapi.json in a browser and give that file.",
      );
    }
  }
}

function textOf(name: string, data: Buffer): Page {
  try {
    return sourceText(name, data);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { name, missing: error.problem, needsLogin: false };
  }
}
