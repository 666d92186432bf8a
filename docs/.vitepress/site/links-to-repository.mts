import { statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type MarkdownRenderer } from "vitepress";
import { docs, repositoryUrl, root } from "./paths.mjs";

/**
 * A plugin of markdown-it. Links of pages are those of the repository: what lies outside of `docs/` is shown by the repository's
 * host, and the page of a folder is its README.
 */
export function linksToRepository(md: MarkdownRenderer): void {
  md.core.ruler.push("links-to-repository", ({ tokens, env }) => {
    const { path } = env as { path: string };
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? token.attrGet("href") : null;
        if (href !== null) token.attrSet("href", linkOnSite(href, path));
      }
    }
  });
}

/** The link as the site needs it. @param page its file */
function linkOnSite(href: string, page: string): string {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const target = join(dirname(page), path);
  const isPage = !relative(docs, target).startsWith("..");
  if (isPage) return path.replace(/README\.md$/, "index.md") + hash;
  const inRepository = relative(root, target).split(sep).join("/");
  if (inRepository === "CHANGELOG.md") return `/reference/changelog${hash}`;
  const form = statSync(target).isDirectory() ? "tree" : "blob";
  return `${repositoryUrl()}/${form}/main/${inRepository}${hash}`;
}
