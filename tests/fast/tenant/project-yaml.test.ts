import { findProject, isNativeProject } from "../../../provider/cli/fleet/find-project";
import { readSettings } from "../../../provider/cli/settings/read-settings";
import { contractOfStack } from "../../../provider/tenant/file/contract-of-stack";
import { stackFile } from "../../../provider/tenant/file/project-yaml";
import { sampleFiles } from "../../support/sample-files";
import * as path from "node:path";

/** Where Pulumi itself looks for the configuration of a project and of its stacks. */
const { folder, write } = sampleFiles();
const overlay = `overlay: 1.0.0
info: { title: paths, version: 1.0.0 }
actions:
  - target: $.paths['/org/new'].post
    update: { x-wire-path: /organisations }
`;
const stack = "config:\n  lumenone:contract: lumenone.overlay.yaml\n  lumenone:baseUrl: https://stack.example.com\n";

describe.each([
  ["beside Pulumi.yaml", "beside", "Pulumi.yaml", "", "Pulumi.dev.yaml"],
  ["beside Pulumi.yml, as a .yml", "yml", "Pulumi.yml", "", "Pulumi.dev.yml"],
  [
    "in the project's stackConfigDir",
    "configured",
    "Pulumi.yaml",
    "stackConfigDir: stacks\n",
    "stacks/Pulumi.dev.yaml",
  ],
])("a stack's configuration %s", (_, name, file, more, configuration) => {
  const project = () => path.join(folder, name);
  beforeAll(() => {
    write(`${name}/${file}`, `name: tenants\nruntime: nodejs\n${more}config:\n  lumenone:native: true\n`);
    write(`${name}/lumenone.overlay.yaml`, overlay);
    write(`${name}/${configuration}`, stack);
    write(`${name}/tenants/acme.yaml`, "name: acme\n");
  });

  test("is found, and its project with the settings of all stacks", () => {
    expect(stackFile(project(), "dev")).toBe(path.join(project(), configuration));
    expect(findProject(path.join(project(), "tenants"))).toBe(project());
    expect(isNativeProject(project())).toBe(true);
  });

  test("gives the contract of tenants' files", () => {
    expect(contractOfStack(project(), "dev").operationOf("createOrganization").path).toBe("/organisations");
    expect(contractOfStack(project(), "other").operationOf("createOrganization").path).toBe("/org/new");
  });

  test("is read without the Pulumi CLI", async () => {
    const { PATH } = process.env;
    process.env["PATH"] = "";
    try {
      const { settings } = await readSettings({ stack: "dev", cwd: path.join(project(), "tenants") });
      expect(settings.origin).toBe("https://stack.example.com");
    } finally {
      process.env["PATH"] = PATH;
    }
  });
});
