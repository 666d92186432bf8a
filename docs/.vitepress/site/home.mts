import { type PageData } from "vitepress";

/** What the first page has above `docs/README.md`. */
export const home: Partial<PageData> = {
  title: "pulumi-lumenone",
  titleTemplate: "LumenOne tenants from code",
  frontmatter: {
    layout: "home",
    hero: {
      name: "pulumi-lumenone",
      text: "LumenOne tenants from code",
      tagline:
        "A Pulumi provider for organizations, workspaces, documents, tools, phone numbers and phone assistants. In TypeScript, Python, Go, .NET, Java and YAML.",
      actions: [
        { theme: "brand", text: "Getting started", link: "/getting-started" },
        { theme: "alt", text: "Languages", link: "/languages" },
        { theme: "alt", text: "Promises", link: "/promises" },
      ],
    },
  },
};
