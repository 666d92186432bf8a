import { parse } from "yaml";
import { projectYaml } from "../../../provider/cli/write/yaml/program-yaml";
import { settingsFrom } from "../../../provider/client/settings";

test.each(["acme", "acme_1.x", "true", "null", "on", "7-up", "1.5"])("a project may be named %s", (name) => {
  const settings = settingsFrom(() => undefined, { LUMENONE_BASE_URL: "https://acme.example:8443" });
  const program = { folder: name, name, language: "typescript", native: false, protect: false } as const;
  const written = projectYaml({ ...program, found: { settings, source: "the environment", config: new Map() } });
  // Words that only YAML 1.1 takes for something else are in quotes, too.
  for (const version of ["1.1", "1.2"] as const) {
    expect(parse(written, { version })).toEqual({
      name,
      description: "LumenOne organizations",
      runtime: "nodejs",
      config: { "lumenone:baseUrl": { value: "https://acme.example:8443" } },
    });
  }
});
