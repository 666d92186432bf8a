import { ApiError } from "../../../provider/errors/api-error";
import { definitionOf } from "../../../provider/definitions/registry";
import { doubtOf } from "../../../provider/lifecycle/object/doubt";
import { whereabouts } from "../../../provider/lifecycle/object/gone";
import { listing } from "../../../provider/lifecycle/object/listing";
import { look } from "../../../provider/lifecycle/object/look";
import { likenessOf } from "../../../provider/lifecycle/object/scope";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { type Values } from "../../../provider/lifecycle/state/values";
import { memoryContext } from "../../support/memory-context";

/** A workspace, and what LumenOne returns for it and for the list of organizations. */
function workspace(shown: Values, organizations: Values[] = []) {
  const api = { origin: "https://h", one: () => Promise.resolve(shown), list: () => Promise.resolve(organizations) };
  return new Subject(definitionOf("Workspace"), memoryContext({ api }), {}, "support");
}

test("an empty object in place of the requested one is a doubt", async () => {
  expect(await look(workspace({}))).toMatchObject({ doubt: { response: "nothing" } });
});

test("a workspace with a number as its slug is another one", async () => {
  expect(await look(workspace({ slug: 7 }))).toMatchObject({
    doubt: { isOther: true, response: "another object, slug 7" },
  });
});

test("where a workspace is stays unknown with more than 50 organizations", async () => {
  const organizations = Array.from({ length: 51 }, (_, index) => ({ slug: `org-${index}`, name: "Org" }));
  const found = await whereabouts(workspace({}, organizations));
  expect(found.is === "unknown" && found.because).toContain("51 may have it");
});

test("a doubt without a request id names none", () => {
  const facts = {
    operationId: "getWorkspace",
    method: "GET",
    path: "/workspace/61",
    reason: "notFound",
    status: 404,
  } as const;
  expect(doubtOf(new ApiError({ ...facts, outcomeUnknown: false }))?.response).toBe("404");
});

test("names are alike where LumenOne cuts them to 255 characters, or trims them", () => {
  const likeness = (name: unknown) => likenessOf(definitionOf("Workspace"), { name });
  expect(likeness("a".repeat(300))).toBe(likeness("a".repeat(255)));
  expect(likeness(" Support ")).toBe(likeness("Support"));
  expect(likeness(7)).not.toBe(likeness("7"));
});

test("a list of documents in which one has no name is not proof", async () => {
  const folder = { name: "manuals", type: "folder", items: [{ title: "a", type: "file" }] };
  const api = { origin: "https://h", one: () => Promise.resolve({ items: [folder] }), list: () => Promise.resolve([]) };
  const values = { organization: "acme" };
  const document = new Subject(definitionOf("Document"), memoryContext({ api }), values, "acme/manuals/a");
  expect(await listing(document, true)).toMatchObject({
    doubt: { response: "a list in which something has no folder or no name" },
  });
});
