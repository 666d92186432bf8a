import { type Seed } from "lumenone-simulator";

/** Texts that a format could take for something else than a text. */
export const hostileTexts = [
  "<script>document.title = 'run'</script>",
  '"><img src=x onerror="document.title=\'run\'">',
  "</style></title></table>]]></svg><svg onload=document.title='run'>",
  '=HYPERLINK("http://127.0.0.1:9/", "press")',
  "+1555|cmd",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1)",
  "  =1+1",
  "\t=1+1",
  "\uff1d1+1",
  "safe\u202egpj.exe\u2066 \u200f\u061c",
  "a | b `c` [d](http://127.0.0.1:9/) ![e](http://127.0.0.1:9/) # @someone",
  '\u001b[31mred\u001b[0m\u0007\r\nsecond line,"quoted"',
  "\u0000\ud800 \ufffe",
  "&lt;b&gt; &amp;",
] as const;

/** A text of ten megabytes. */
export const longText = "<b>=1+1 ".repeat(1_250_000);

/** A tenant whose names, assistants, numbers and summaries are such texts. One call a text, an hour each from 2026-04-27 on. */
export function hostileCalls(texts: readonly string[] = hostileTexts): Seed {
  // A name of more than 255 characters, or a slug with a slash or a blank, is not a response of LumenOne's.
  const slugs = texts.map((text, index) => `${index}${text.slice(0, 40).replace(/[^<>="'`|&;@()a-z0-9-]/g, "")}`);
  return {
    organizations: slugs.map((slug) => ({ name: slug, slug })),
    workspaces: slugs.map((slug, index) => ({ organizationId: index + 1, name: slug, slug: `w${slug}` })),
    callLogs: texts.map((text, index) => ({
      workspaceId: index + 1,
      createdAt: new Date(Date.UTC(2026, 3, 27) + index * 3_600_000).toISOString(),
      costTotal: 1 + index / 100,
      stt: 0.25,
      llm: 0.25,
      tts: 0.25,
      vapi: 0.25 + index / 100,
      durationSeconds: 20 * (index + 1),
      assistant: text,
      customerNumber: text,
      summary: text,
    })),
  };
}
