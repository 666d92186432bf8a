import { definitionOf } from "../../../provider/definitions/registry";
import { create } from "../../../provider/lifecycle/steps/create";
import { remove } from "../../../provider/lifecycle/steps/delete";
import { read } from "../../../provider/lifecycle/steps/read";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

const definition = definitionOf("OrganizationTool");
const state = { organization: "acme", origin: "https://lumenone.example.com" };

function api(failures = 0) {
  let failing = failures;
  return recordedApi({
    listOrganizationTools: () => {
      if (failing-- > 0) throw new Error("not now");
      return [
        { id: 1, name: "crm", type: "function" },
        { id: 2, name: "erp", type: "function" },
      ];
    },
    createOrganizationTool: () => ({ id: 3, name: "new", type: "function" }),
    deleteOrganizationTool: () => ({ success: true }),
  });
}

test("a refresh of many objects of one parent lists them once", async () => {
  const context = memoryContext({ api: api() });
  const found = await Promise.all(["acme/1", "acme/2"].map((id) => read(definition, context, id, state)));
  expect(found.map((item) => item !== undefined)).toEqual([true, true]);
  expect(context.api).toHaveProperty("calls.length", 1);
});

test("a refresh in which some objects are missing lists them once more", async () => {
  const context = memoryContext({ api: api() });
  const ids = ["acme/1", "acme/2", "acme/8", "acme/9"];
  const found = await Promise.all(ids.map((id) => read(definition, context, id, state)));
  expect(found.map((item) => item !== undefined)).toEqual([true, true, false, false]);
  expect(context.api).toHaveProperty("calls.length", 2);
});

test("objects of another parent or account are listed separately", async () => {
  const asked = api();
  const context = memoryContext({ api: asked });
  await read(definition, context, "acme/1", state);
  await read(definition, context, "globex/1", { ...state, organization: "globex" });
  await read(definition, context, "acme/1", { ...state, accountId: "22222222-2222-4222-8222-222222222222" });
  expect(asked.count("listOrganizationTools")).toBe(3);
});

test("a refresh after a write of this process lists again", async () => {
  const asked = api();
  const context = memoryContext({ api: asked });
  await read(definition, context, "acme/1", state);
  await create(definition, context, { organization: "acme", name: "new", type: "function" });
  await read(definition, context, "acme/1", state);
  await remove(definition, context, "acme/2", state);
  await read(definition, context, "acme/1", state);
  // One of them is what the create remembers.
  expect(asked.count("listOrganizationTools")).toBe(4);
});

test("a refresh after a listing that failed lists again", async () => {
  const asked = api(1);
  const context = memoryContext({ api: asked });
  await expect(read(definition, context, "acme/1", state)).rejects.toThrow("not now");
  expect(await read(definition, context, "acme/1", state)).toMatchObject({ id: "acme/1" });
});

test("all creates of one parent list its objects once", async () => {
  let last = 2;
  const asked = recordedApi({
    listOrganizationTools: () => [{ id: 1, name: "crm", type: "function" }],
    createOrganizationTool: ({ fields }) => ({ ...fields, id: ++last }),
  });
  const context = memoryContext({ api: asked });
  for (const name of ["one", "two", "three"]) {
    await create(definition, context, { organization: "acme", name, type: "function" });
  }
  expect([asked.count("listOrganizationTools"), asked.count("createOrganizationTool")]).toEqual([1, 3]);
});

test("a create after a listing that failed lists again", async () => {
  const asked = api(1);
  const context = memoryContext({ api: asked });
  const make = () => create(definition, context, { organization: "acme", name: "new", type: "function" });
  await expect(make()).rejects.toThrow("not now");
  expect(await make()).toMatchObject({ id: "acme/3" });
});
