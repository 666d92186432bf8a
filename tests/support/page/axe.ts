import { type AxeResults, source } from "axe-core";
import { type Page } from "playwright-core";

/** Returns what axe finds serious or critical on a page, with where it is. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // The page's own policy lets no script in: the browser's debugger puts it there.
  await page.evaluate(source);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return await axe.run();
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
