import { defineConfig } from "vitepress";
import { bracesAsText } from "./site/braces-as-text.mjs";
import { home } from "./site/home.mjs";
import { linksToRepository } from "./site/links-to-repository.mjs";
import { repositoryUrl } from "./site/paths.mjs";
import { sidebar } from "./site/sidebar.mjs";

/** The site: `npm run docs`. Pages are `docs/**\/*.md`, and those that `generate/` writes. */
export default defineConfig({
  title: "pulumi-lumenone",
  description: "LumenOne tenants from code: a Pulumi provider",
  lang: "en",
  // In a repository, the page of a folder is its README.
  rewrites: { "README.md": "index.md", "decisions/README.md": "decisions/index.md" },
  cleanUrls: false,
  lastUpdated: false,
  markdown: {
    config: (md) => void md.use(linksToRepository).use(bracesAsText),
    // The usual themes have comments that are hard to read.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  // vite's own targets are older than what the pinned esbuild can write for.
  vite: { build: { target: "es2022" }, optimizeDeps: { esbuildOptions: { target: "es2022" } } },
  transformPageData: ({ relativePath }) => (relativePath === "index.md" ? home : undefined),
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Getting started", link: "/getting-started" },
      { text: "Resources", link: "/reference/Workspace" },
      { text: "Contract", link: "/reference/contract" },
      { text: "Commands", link: "/commands" },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    socialLinks: [{ icon: "git", link: repositoryUrl(), ariaLabel: "Repository" }],
  },
});
