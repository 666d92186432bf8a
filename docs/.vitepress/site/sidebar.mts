import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTheme } from "vitepress";
import { docs } from "./paths.mjs";

/** The pages beside each page. Those that people write stand in the tables of `docs/README.md`, in this order. */
export function sidebar(): DefaultTheme.SidebarMulti {
  const [, users = "", contributors = ""] = readFileSync(join(docs, "README.md"), "utf8").split(/^For \w+:$/m);
  const { resources, functions } = generated();
  const guide = { text: "Guide", items: listed(users) };
  const reference = {
    text: "Reference",
    items: [
      { text: "The contract", link: "/reference/contract" },
      { text: "Help of the commands", link: "/reference/commands" },
      { text: "Typed client", link: "/reference/client/" },
      { text: "Changelog", link: "/reference/changelog" },
    ],
  };
  return {
    "/reference/": [{ text: "Resources", items: resources }, { text: "Data functions", items: functions }, reference],
    "/": [guide, reference, { text: "Contributing", items: listed(contributors) }],
  };
}

/** The pages of resources and data functions, by their names. */
function generated(): Record<"resources" | "functions", DefaultTheme.SidebarItem[]> {
  const folder = join(docs, "reference");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const pages = (pattern: RegExp) =>
    files
      .filter((file) => pattern.test(file))
      .map((file) => file.replace(".md", ""))
      .map((name) => ({ text: name, link: `/reference/${name}` }));
  return { resources: pages(/^[A-Z]\w*\.md$/), functions: pages(/^get\w*\.md$/) };
}

/** The links of a table's first column. */
function listed(table: string): DefaultTheme.SidebarItem[] {
  const links = [...table.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\.md\)/gm)];
  return links.map(([, text = "", page = ""]) => ({ text, link: `/${page.replace(/README$/, "")}` }));
}
