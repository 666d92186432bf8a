import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTheme } from "vitepress";
import { docs } from "./paths.mjs";

/** The pages beside each page. Those that people write stand in the tables of `docs/README.md`, in this order. */
export function sidebar(): DefaultTheme.SidebarItem[] {
  const [, users = "", contributors = ""] = readFileSync(join(docs, "README.md"), "utf8").split(/^For \w+:$/m);
  return [
    { text: "Guide", items: listed(users) },
    { text: "Contributing", items: listed(contributors) },
  ];
}

/** The links of a table's first column. */
function listed(table: string): DefaultTheme.SidebarItem[] {
  const links = [...table.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\.md\)/gm)];
  return links.map(([, text = "", page = ""]) => ({ text, link: `/${page.replace(/README$/, "")}` }));
}
