import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { findProject, isNativeProject } from "../../../provider/cli/fleet/find-project";

let folder: string;
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-project-")));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const project = (config: string) =>
  fs.writeFileSync(path.join(folder, "Pulumi.yaml"), `name: tenants\nruntime: nodejs\n${config}`);

test("the project of tenants is the nearest folder with a Pulumi.yaml above them", () => {
  project("");
  const tenants = path.join(folder, "tenants/eu");
  fs.mkdirSync(tenants, { recursive: true });
  expect(findProject(tenants)).toBe(folder);
});

test("without a Pulumi.yaml, the error says that the stacks need a project, and what to write", () => {
  expect(() => findProject(folder)).toThrow(/No Pulumi\.yaml is in .* or above it.*`name: tenants`/);
});

test.each([
  ["config:\n  lumenone:native: true\n", true],
  ['config:\n  lumenone:native: "true"\n', true],
  ["config:\n  lumenone:native:\n    value: true\n", true],
  ["config:\n  lumenone:native: false\n", false],
  ["config:\n  lumenone:native:\n    value: false\n", false],
  ["config:\n  lumenone:native:\n    default: true\n", false],
  ["config:\n  lumenone:adopt: true\n", false],
  ["config: true\n", false],
  ["", false],
])("a project with %j is on the native plugin: %s", (config, expected) => {
  project(config);
  expect(isNativeProject(folder)).toBe(expected);
});
