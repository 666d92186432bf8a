import { type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import { lumenoneConfig } from "../lumenone-config";
import { testStack, type TestStack } from "../stack";

/** A stack whose state was written before, configured for this simulator. */
export async function recordedStack(simulator: Simulator, state: string): Promise<TestStack> {
  const stack = await testStack({ config: lumenoneConfig(simulator) });
  fs.writeFileSync(stack.stateFile().path, state);
  return stack;
}
