import * as fs from "node:fs";
import * as path from "node:path";
import { prettyWrite } from "./pretty-write";

const document = path.resolve(__dirname, "../../docs/performance.md");

/** Replaces what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->` in docs/performance.md. */
export async function writeSection(name: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const page = fs.readFileSync(document, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${document} has no section ${begin}`);
  await prettyWrite(document, `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`);
}
