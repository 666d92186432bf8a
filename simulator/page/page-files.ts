import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The path below which the page's own files are. */
export const filesRoot = "/_simulator/page/";

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  mjs: "text/javascript; charset=utf-8",
};

/** In the package, and in the repository: `dist` and `page/assets` are beside each other. */
const assets = join(__dirname, "../../page/assets");

/** What browser modules import by the name of a package. */
const libraries: Record<string, () => string> = {
  "preact.mjs": () => require.resolve("preact"),
  "preact-hooks.mjs": () => require.resolve("preact/hooks"),
  "htm.mjs": () => join(dirname(require.resolve("htm")), "htm.mjs"),
};

/** Returns a file of the page by its name, such as `main.mjs`, as it is sent; or undefined. */
export function pageFile(name: string) {
  if (!/^[a-z]+(?:-[a-z]+)*\.(?:html|css|svg|mjs)$/.test(name)) return undefined;
  const type = types[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain";
  try {
    if (!name.endsWith(".mjs")) return { type, text: readFileSync(join(assets, name), "utf8") };
    return { type, text: withAddresses(readFileSync(libraries[name]?.() ?? join(__dirname, "browser", name), "utf8")) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A browser finds no package by its name, and an import map would be an inline script. */
function withAddresses(module: string): string {
  return module.replace(/\bfrom\s*"(preact|preact\/hooks|htm)"/g, (_, name: string) => {
    return `from "./${name.replace("/", "-")}.mjs"`;
  });
}
