import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const packed = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "../../bin/chromium.br");

/**
 * Returns the path of the Chromium that `@sparticuz/chromium` packs, unpacked in the temporary folder. The package's own
 * function takes a file that another process has only begun to write for a whole one.
 */
export async function unpackedChromium(): Promise<string> {
  const { size } = fs.statSync(packed);
  const whole = path.join(os.tmpdir(), `lumenone-test-chromium-${size}`);
  if (fs.existsSync(whole)) return whole;
  const unfinished = `${whole}.${process.pid}`;
  await pipeline(
    fs.createReadStream(packed),
    createBrotliDecompress(),
    fs.createWriteStream(unfinished, { mode: 0o755 }),
  );
  fs.renameSync(unfinished, whole);
  return whole;
}
