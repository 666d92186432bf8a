import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

// The generator of the types is an ES module, which jest cannot load: it runs beside.
test("the generated files are what `npm run generate` writes", async () => {
  const root = join(__dirname, "../..");
  const args = ["-r", "ts-node/register/transpile-only", join(root, "api/generate.ts"), "--check"];
  await expect(promisify(execFile)(process.execPath, args, { cwd: root })).resolves.toMatchObject({ stderr: "" });
});
