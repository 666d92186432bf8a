import * as fs from "node:fs";
import * as path from "node:path";
import { animatedSvg } from "./animated-svg";
import { castText } from "./asciicast";
import { neutral } from "./neutral";
import { recordTerminal } from "./record-terminal";
import { type Screen, screensOf } from "./screens";

/**
 * `npm run record-demo`: runs the demo in a terminal, and writes `docs/images/demo.cast` (asciicast 2) and `demo.svg`, the
 * animated image of the README.
 */
const root = path.resolve(__dirname, "../..");
const images = path.join(root, "docs/images");
const title = "npm run demo";

/** Shown where nothing may move: the first `pulumi up` has ended. */
function isStill({ rows }: Screen): boolean {
  const texts = rows.map((runs) => runs.map(({ text }) => text).join(" "));
  return texts.some((text) => text.includes("12 created")) && !texts.some((text) => text.includes("Previewing"));
}

async function record(): Promise<void> {
  const cast = neutral(
    await recordTerminal({
      title,
      command: process.execPath,
      args: [path.join(root, "node_modules/ts-node/dist/bin.js"), path.join(root, "examples/tenant/demo.ts")],
      folder: root,
      width: 108,
      height: 33,
    }),
  );
  const screens = await screensOf(cast);
  const svg = animatedSvg({
    ...cast,
    description:
      "A terminal. A simulated LumenOne starts and Pulumi brings a tenant up. A second preview has nothing " +
      "to do, the call logs of two calls are shown, one prompt changes, and all of it is deleted again.",
    screens,
    still: screens.findLastIndex(isStill),
  });
  fs.writeFileSync(path.join(images, "demo.cast"), castText(cast));
  fs.writeFileSync(path.join(images, "demo.svg"), svg);
  console.log(`demo.svg: ${Math.round(svg.length / 1024)} KB, ${screens.length} screens`);
}

record().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
