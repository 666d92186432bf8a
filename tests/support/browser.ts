import { type Browser, chromium } from "playwright-core";
import { leftovers } from "./leftovers";
import { unpackedChromium } from "./unpacked-chromium";

let started: Promise<Browser> | undefined;

/**
 * A browser without a window: started once in a test file, and ended after it. The npm package `@sparticuz/chromium` has
 * Chromium for Linux on x64. Elsewhere, LUMENONE_TEST_CHROME is the path of an installed Chrome or Chromium.
 */
export async function browser(): Promise<Browser> {
  return await (started ??= start());
}

async function start(): Promise<Browser> {
  const installed = process.env["LUMENONE_TEST_CHROME"];
  if (installed === undefined && (process.platform !== "linux" || process.arch !== "x64")) {
    throw new Error("Set LUMENONE_TEST_CHROME to the path of Chrome: the packaged browser is for Linux on x64");
  }
  const running = await chromium.launch({
    executablePath: installed ?? (await unpackedChromium()),
    // The arguments of the package are for AWS Lambda: one process, and checks of origins off. Tests need those checks.
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      // As after DNS rebinding: a name of somebody else leads to this machine.
      "--host-resolver-rules=MAP attacker.example 127.0.0.1",
    ],
  });
  leftovers.add(async () => await running.close());
  return running;
}
