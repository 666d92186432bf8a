import { definitionOf } from "../../../provider/definitions/registry";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { warnOfMasks } from "../../../provider/lifecycle/state/warn-of-masks";
import { memoryContext } from "../../support/memory-context";

test.each([
  ["the field where all of it is masked", "***", "for config, which"],
  ["each masked key", { token: "***", url: "https://example.com", key: "***" }, "for config.token, config.key, which"],
])("a warning of masks names %s", (_what, config, words) => {
  const context = memoryContext();
  warnOfMasks(new Subject(definitionOf("OrganizationTool"), context, { organization: "acme" }, "acme/1"), { config });
  expect(context.warnings).toEqual([expect.stringContaining(words)]);
});
