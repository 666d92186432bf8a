import { ensurePulumi } from "./pulumi-cli";

/** Runs once before the tests of project `engine`: finds or gets the CLI, and says so. */
export default async function engineSetup(): Promise<void> {
  await ensurePulumi();
}
