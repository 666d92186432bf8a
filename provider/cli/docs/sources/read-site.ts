import { formatOf, isLoginPage, readText } from "../readers/read-text";
import { linksOf } from "../readers/markdown";
import { type DocsOperation } from "../readers/read-operations";
import { openApiLinks, resolved } from "./openapi-links";
import { type Page, type Site } from "./site";
import { SourceError } from "./source-error";
import { type SourceText } from "./source-text";

/** Whether operations are those that are looked for. */
export type Accepts = (operations: readonly DocsOperation[]) => boolean;

/** Pages that are read at the same time: the site is somebody else's. */
const mostAtOnce = 6;

/**
 * Reads a documentation site, or one document of it: what its address gives, then what the routes of Fern's sites give, the
 * most complete first.
 * @param onPage receives the address that is read
 * @throws {SourceError} nothing there is OpenAPI
 */
export async function readSite(
  site: Site,
  accepts: Accepts,
  onPage: (address: string) => void,
): Promise<DocsOperation[]> {
  const reading = new Reading(site, accepts, onPage);
  for (const [address, how] of stepsFor(site.address)) {
    const found = await reading[how](new URL(address));
    if (found) return found;
  }
  return reading.nothing();
}

type Step = readonly [address: string, how: "read" | "readIndex" | "readPages"];

const routes: readonly Step[] = [
  ["/.well-known/api-catalog", "read"],
  ["/openapi.json", "read"],
  ["/llms.txt", "readIndex"],
  ["/llms-full.txt", "read"],
  ["/llms.txt", "readPages"],
];

/** A base path goes before the routes; below it may be the root's. */
function stepsFor({ href, pathname, origin }: URL): readonly Step[] {
  if (/\.(?:json|ya?ml|mdx?|txt)$/i.test(pathname)) return [[href, "read"]];
  const base = pathname.replace(/\/+$/, "");
  const bases = base === "" ? [""] : [base, ""];
  const below = routes.flatMap(([route, how]) => bases.map((path): Step => [`${origin}${path}${route}`, how]));
  return base === "" ? below : [[href, "read"], [`${origin}${base}.md`, "read"], ...below];
}

/** One reading of a site: the addresses that were tried, and why they gave nothing. */
class Reading {
  private readonly pages = new Map<string, Promise<Page>>();
  private readonly problems: string[] = [];
  /** Operations of another product. */
  private others: DocsOperation[] = [];
  private needsLogin = false;

  constructor(
    private readonly site: Site,
    private readonly accepts: Accepts,
    private readonly onPage: (address: string) => void,
  ) {}

  /** Operations that an address gives, or those that it leads to. */
  async read(url: URL): Promise<DocsOperation[] | undefined> {
    const page = await this.page(url);
    if (!page) return undefined;
    const links = openApiLinks(page.text, url);
    return links ? this.readAll(links, 1) : this.accepted(this.operationsOf(page));
  }

  /** The OpenAPI documents that an index names. */
  async readIndex(url: URL): Promise<DocsOperation[] | undefined> {
    const page = await this.page(url);
    if (!page) return undefined;
    const links = linksOf(page.text)
      .filter(({ title, href }) => /openapi/i.test(`${title} ${href}`) && !/\.mdx?$/.test(href))
      .map(({ href }) => href);
    const json = links.filter((href) => !/\.ya?ml/i.test(href));
    return this.readAll(resolved(json.length > 0 ? json : links, url), 1);
  }

  /** The pages that an index names, as Markdown. */
  async readPages(url: URL): Promise<DocsOperation[] | undefined> {
    const page = await this.page(url);
    if (!page) return undefined;
    const links = linksOf(page.text).map(({ href }) => href);
    const pages = links.filter((href) => /\.mdx?(?:$|[?#])/.test(href));
    return this.readAll(resolved(pages, url), 2);
  }

  private async readAll(urls: readonly URL[], depth: number): Promise<DocsOperation[] | undefined> {
    const found: DocsOperation[][] = [];
    const queue = [...urls];
    const workers = Array.from({ length: Math.min(mostAtOnce, queue.length) }, async () => {
      for (let url = queue.shift(); url; url = queue.shift()) {
        const page = await this.page(url);
        if (!page) continue;
        const links = openApiLinks(page.text, url);
        if (!links) found.push(this.operationsOf(page));
        else if (depth <= 1) found.push((await this.readAll(links, depth + 1)) ?? []);
      }
    });
    await Promise.all(workers);
    // Of several APIs, those of another product are left out. A single page is too little to decide.
    const ours = depth <= 1 ? found.filter((operations) => this.accepts(operations)) : [];
    return this.accepted((ours.length > 0 ? ours : found).flat());
  }

  private accepted(operations: DocsOperation[]): DocsOperation[] | undefined {
    if (operations.length > 0 && this.accepts(operations)) return operations;
    if (operations.length > this.others.length) this.others = operations;
    return undefined;
  }

  private operationsOf(page: SourceText): DocsOperation[] {
    try {
      return readText(page);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.problems.push(`${page.name}: ${error.problem}`);
      return [];
    }
  }

  private async page(url: URL): Promise<SourceText | undefined> {
    if (!this.site.holds(url)) {
      this.problems.push(`${url.host} is another site, which is not read.`);
      return undefined;
    }
    let page = this.pages.get(url.href);
    if (!page) {
      this.onPage(url.href);
      this.pages.set(url.href, (page = this.site.get(url)));
    }
    const got = await page;
    if ("missing" in got) {
      this.needsLogin ||= got.needsLogin;
      this.problems.push(`${got.name}: ${got.missing}`);
      return undefined;
    }
    if (formatOf(got.text) !== "html") return got;
    const isLogin = isLoginPage(got.text);
    this.needsLogin ||= isLogin;
    this.problems.push(`${got.name}: It is a web page${isLogin ? " that asks for a login" : ""}.`);
    return undefined;
  }

  /** The operations of another product, which a message then names. Throws why there is nothing, if there are none. */
  nothing(): DocsOperation[] {
    if (this.others.length > 0) return this.others;
    const { href } = this.site.address;
    const [first = "Its routes are not those of a site that Fern makes.", ...more] = new Set(this.problems);
    const problem = `No OpenAPI was found there: ${first}${more.length > 0 ? ` (${more.length} more addresses gave none, either.)` : ""}`;
    const remedy = this.needsLogin
      ? "Log in with a browser, download its openapi.json, and give that file."
      : "Check the address, or download its openapi.json in a browser and give that file.";
    throw new SourceError(href, problem, remedy);
  }
}
