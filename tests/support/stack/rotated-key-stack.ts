import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../lumenone-config";
import { testStack, type TestStack } from "../stack";

export const oldKey = "old-key-0123456789abcdef";
export const newKey = "new-key-0123456789abcdef";

/** A stack whose state has the old key, which is revoked, and whose configuration has the new one. No `up` came between. */
export async function rotatedKeyStack(program: () => void): Promise<{ simulator: Simulator; stack: TestStack }> {
  const simulator = await createSimulator({ seed: { apiKeys: [{ key: oldKey }] } });
  const stack = await testStack({ config: lumenoneConfig(simulator) });
  await stack.up(program);
  simulator.reset({ ...simulator.snapshot(), apiKeys: [{ key: newKey }] });
  await stack.setConfig(lumenoneConfig(simulator, { "lumenone:apiKey": { value: newKey, secret: true } }));
  return { simulator, stack };
}
