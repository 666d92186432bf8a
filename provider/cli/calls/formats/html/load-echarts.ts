import { createRequire } from "node:module";
import { join } from "node:path";
import type * as echarts from "echarts";
import { CommandError } from "../../../exit-code";

/** The used part of `echarts`, which is an optional peer: it is large, and few users need it. */
export type Echarts = Pick<typeof echarts, "init">;

/**
 * Loads the `echarts` of the folder where the command is started, then the one beside this package.
 * @throws {CommandError} it is not installed
 */
export function loadEcharts(): Echarts {
  for (const from of [join(process.cwd(), "noop.js"), __filename]) {
    try {
      return createRequire(from)("echarts") as Echarts;
    } catch (error) {
      if ((error as { code?: unknown }).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new CommandError(
    "--format html draws its plots with the package echarts, which is not installed here: npm install --save-dev echarts",
  );
}
