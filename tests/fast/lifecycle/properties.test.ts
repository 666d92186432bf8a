import { Subject } from "../../../provider/lifecycle/object/subject";
import * as fc from "fast-check";
import { definitionOf, kinds } from "../../../provider/definitions/registry";
import { check } from "../../../provider/lifecycle/steps/check";
import { diff } from "../../../provider/lifecycle/steps/diff";
import { fieldsOfId, parseId } from "../../../provider/lifecycle/object/identity";
import { outputsOf } from "../../../provider/lifecycle/state/outputs";
import { project } from "../../../provider/lifecycle/state/project";
import { anyInputs, anyJson, validInputs } from "../../support/arbitrary-values";
import { memoryContext } from "../../support/memory-context";

describe.each(kinds)("%s", (kind) => {
  const definition = definitionOf(kind);

  test("check never throws, and no problem shows [object Object]", async () => {
    await fc.assert(
      fc.asyncProperty(anyInputs(definition), anyInputs(definition), async (olds, news) => {
        const { problems } = await check(definition, memoryContext(), olds, news);
        expect(problems.filter(({ message }) => message.includes("[object Object]"))).toEqual([]);
      }),
    );
  });

  test("check leaves normalised inputs as they are", async () => {
    await fc.assert(
      fc.asyncProperty(validInputs(definition), async (news) => {
        const once = await check(definition, memoryContext(), {}, news);
        const twice = await check(definition, memoryContext(), {}, once.inputs);
        expect(twice.inputs).toEqual(once.inputs);
      }),
    );
  });

  test("inputs that were just written make no difference", async () => {
    await fc.assert(
      fc.asyncProperty(validInputs(definition), async (news) => {
        const context = memoryContext();
        const { inputs } = await check(definition, context, {}, news);
        const outputs = outputsOf(new Subject(definition, context, inputs), inputs, {});
        expect(diff(definition, context, "a/b", outputs, inputs)).toMatchObject({
          changed: [],
          replaces: [],
          incomplete: [],
        });
      }),
    );
  });

  test("a projection has no key that the program does not own", () => {
    const remote = fc.dictionary(fc.constantFrom(...Object.keys(definition.fields), "id", "slug", "other"), anyJson);
    fc.assert(
      fc.property(validInputs(definition), remote, (owned, returned) => {
        const keys = Object.keys(project(definition, owned, returned));
        expect(Object.keys(owned)).toEqual(expect.arrayContaining(keys));
      }),
    );
  });

  test("an id gives back its parts, whatever they hold after the first slash", () => {
    const parts = Object.keys(definition.id).length;
    const part = fc.stringMatching(/^[a-z0-9-]+$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: parts, maxLength: parts }), part, (values, rest) => {
        const id = parts > 1 ? `${values.join("/")}/${rest}` : values.join("/");
        expect(Object.values(parseId(definition, id)).join("/")).toBe(id);
        for (const value of Object.values(fieldsOfId(definition, id))) expect(id).toContain(value);
      }),
    );
  });
});

test.each(["constructor", "toString", "__proto__"])(
  "check takes the voice provider %j for a new one",
  async (provider) => {
    const news = { workspace: "support", voice: { provider }, transcriber: { provider } };
    const { problems } = await check(definitionOf("VoiceConfig"), memoryContext(), {}, news);
    expect(problems).toEqual([]);
  },
);
