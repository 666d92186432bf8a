import { type MarkdownRenderer } from "vitepress";

/** A plugin of markdown-it: pages are Markdown and no templates of Vue, so `{{ }}` in a text or in code is shown as it is. */
export function bracesAsText(md: MarkdownRenderer): void {
  for (const rule of ["text", "code_inline"] as const) {
    const render = md.renderer.rules[rule]!;
    md.renderer.rules[rule] = (...given) => render(...given).replaceAll("{{", "&#123;&#123;");
  }
}
