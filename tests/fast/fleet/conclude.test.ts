import * as fs from "node:fs";
import * as path from "node:path";
import { Reporter } from "../../../provider/cli/console/reporter";
import { conclude } from "../../../provider/cli/fleet/report/conclude";
import { type FleetOptions } from "../../../provider/cli/fleet/fleet-options";
import { type TenantResult, type Verb } from "../../../provider/cli/fleet/task";
import { sampleFiles } from "../../support/sample-files";

/** What a fleet's command ends with. */
const { folder } = sampleFiles();
const result = (stack: string, status: TenantResult["status"]): TenantResult => ({
  ...{ stack, status, changes: {}, seconds: 1 },
});

function concluded(verb: Verb, results: readonly TenantResult[], options: FleetOptions = {}) {
  const written: string[] = [];
  const stream = { isTTY: false, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const reporter = new Reporter(true, { stdout: stream, stderr: stream, env: {} }, `fleet ${verb}`);
  const code = conclude(verb, results, 2.6, options, reporter);
  return { code, json: JSON.parse(written.join("")) as { seconds: number; tenants: TenantResult[] } };
}

test.each<[Verb, TenantResult["status"][], FleetOptions, number]>([
  ["up", ["changed", "unchanged"], {}, 0],
  ["up", [], {}, 0],
  ["up", ["changed", "failed"], {}, 1],
  ["up", ["invalid"], {}, 1],
  ["up", ["held"], {}, 1],
  ["up", ["locked"], {}, 1],
  ["up", ["stopped"], {}, 1],
  ["up", ["left"], {}, 0],
  ["preview", ["changed"], {}, 0],
  ["preview", ["changed"], { expectNoChanges: true }, 2],
  ["preview", ["unchanged"], { expectNoChanges: true }, 0],
  ["drift", ["unchanged", "changed"], {}, 2],
  ["drift", ["changed", "failed"], {}, 1],
  ["drift", ["unchanged"], {}, 0],
  ["refresh", ["changed"], { expectNoChanges: true }, 0],
])("`%s` with the results %j and %j exits with %i", (verb, statuses, options, code) => {
  const results = statuses.map((status, index) => result(`t${index}`, status));
  expect(concluded(verb, results, options).code).toBe(code);
});

test("the result has the tenants in the order of their stacks, and whole seconds", () => {
  const { json } = concluded("up", [result("b", "changed"), result("a", "unchanged"), result("c", "changed")]);
  expect([json.seconds, json.tenants.map(({ stack }) => stack)]).toEqual([3, ["a", "b", "c"]]);
});

test("a summary is written where one is asked for", () => {
  const summary = path.join(folder, "summary.md");
  concluded("up", [result("acme", "changed")], { summary });
  expect(fs.readFileSync(summary, "utf8")).toContain("acme");
  expect(fs.readdirSync(folder)).toEqual(["summary.md"]);
});
