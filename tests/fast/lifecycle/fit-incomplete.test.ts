import { definitionOf } from "../../../provider/definitions/registry";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { fitIncomplete } from "../../../provider/lifecycle/state/fit-incomplete";
import { type Values } from "../../../provider/lifecycle/state/values";

/** An error whose object is there has to reach the engine in a header: too large a one would be lost, and the object with it. */
const workspace = { organization: "acme", name: "Support", origin: "https://lumenone.example.com" };
const limit = 32_000;
const fitted = (properties: Values, reasons = ["not set"], kind = "Workspace") =>
  fitIncomplete(definitionOf(kind), new IncompleteError("support", properties, reasons));
const bytesOf = ({ id, properties, reasons }: IncompleteError) =>
  Buffer.byteLength(JSON.stringify([id, properties, reasons]));

/** Fills a field so that the error has as many bytes as the limit allows, and some more. */
function filled(name: string, properties: Values, more: number): Values {
  const empty = { ...properties, [name]: "" };
  const left = limit - bytesOf(new IncompleteError("support", empty, ["not set"])) + more;
  return { ...empty, [name]: "x".repeat(left) };
}

test("an error that fits stays as it is", () => {
  const properties = filled("openAiPrompt", { ...workspace, incomplete: ["topN"] }, 0);
  const error = fitted(properties);
  expect(error).toMatchObject({ id: "support", properties, reasons: ["not set"] });
  expect(bytesOf(error)).toBe(limit);
});

test("an error that is a byte too large loses its longest value, which is listed as not yet written", () => {
  const properties = filled("openAiPrompt", { ...workspace, queryRefusalResponse: "No.", incomplete: ["topN"] }, 1);
  const { openAiPrompt: _, ...rest } = properties;
  const error = fitted(properties);
  expect(error.properties).toEqual({ ...rest, incomplete: ["topN", "openAiPrompt"] });
  expect(properties).toHaveProperty("openAiPrompt");
});

test("a value that is left out, and was not yet written before, is listed once", () => {
  const error = fitted({ ...workspace, openAiPrompt: "x".repeat(limit), incomplete: ["openAiPrompt"] });
  expect(error.properties).toEqual({ ...workspace, incomplete: ["openAiPrompt"] });
});

test("the longest values in bytes are left out, as many as needed", () => {
  const error = fitted({
    ...workspace,
    chatModel: "small",
    queryRefusalResponse: "é".repeat(limit * 0.75),
    openAiPrompt: "x".repeat(limit * 1.25),
  });
  expect(error.properties).toEqual({
    ...workspace,
    chatModel: "small",
    incomplete: ["queryRefusalResponse", "openAiPrompt"],
  });
});

test("fields that identify the object stay, however long they are", () => {
  const name = "n".repeat(limit);
  const error = fitted({ ...workspace, name, openAiPrompt: "short" });
  expect(error.properties).toMatchObject({ organization: "acme" });
  const long = "o".repeat(limit);
  const inside = fitted({ organization: long, name: "Support", topN: 4 });
  expect(inside.properties).toEqual({ organization: long, incomplete: ["name", "topN"] });
  const folder = fitted({ organization: "acme", name }, ["not set"], "Folder");
  expect(folder.properties).toEqual({ organization: "acme", name });
  const document = { organization: "acme", folder: "f".repeat(limit), title: "t" };
  expect(fitted(document, ["not set"], "Document").properties).toEqual(document);
});

test("fields that the state alone has stay, such as `deletionProtection`", () => {
  const organization = { name: "x".repeat(limit), deletionProtection: true, forceDestroy: true };
  const error = fitted(organization, ["not set"], "Organization");
  expect(error.properties).toEqual({ deletionProtection: true, forceDestroy: true, incomplete: ["name"] });
});

test("a reason is cut after 4,000 characters", () => {
  const [whole, cut] = fitted(workspace, ["r".repeat(4000), "r".repeat(4001)]).reasons;
  expect([whole, cut]).toEqual(["r".repeat(4000), `${"r".repeat(4000)} ...`]);
});
