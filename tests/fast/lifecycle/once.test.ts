import { Subject } from "../../../provider/lifecycle/object/subject";
import { ApiError } from "../../../provider/errors/api-error";
import { defineResource } from "../../../provider/lifecycle/definition/definition";
import { reference, text } from "../../../provider/lifecycle/definition/fields";
import { createOnce } from "../../../provider/lifecycle/once/once";
import { type Values } from "../../../provider/lifecycle/state/values";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

const definition = defineResource({
  kind: "Order",
  version: 1,
  fields: { organization: reference("Organization", { required: true }), country: text(), numberType: text() },
  id: { orgSlug: { field: "organization" }, id: { response: "id" } },
  operations: { create: "createNumberRequest", list: "listNumberRequests" },
  names: "repeat",
  likeness: ({ country, numberType }) => [country, numberType],
});

const lost = () =>
  new ApiError({ operationId: "x", method: "POST", path: "/x", reason: "noAnswer", outcomeUnknown: true });

test("an object without a name is recognised by its fields when the response was lost", async () => {
  const there: Values[] = [{ id: 1, country: "US", numberType: "local" }];
  const api = recordedApi({
    listNumberRequests: () => [...there],
    createNumberRequest: ({ fields }) => {
      there.push({ id: 2, country: "DE", numberType: "local" }, { id: 3, ...fields });
      throw lost();
    },
  });
  const inputs = { organization: "acme", country: "US", numberType: "local" };
  expect(await createOnce(new Subject(definition, memoryContext({ api }), inputs))).toMatchObject({ id: 3 });
  expect(api.count("createNumberRequest")).toBe(1);
});

test("objects that look alike are made one after the other, others at the same time", async () => {
  let most = 0;
  let last = 0;
  const under = { US: 0, DE: 0 };
  const api = recordedApi({ listNumberRequests: () => [] });
  const context = memoryContext({ api });
  const make = (country: "US" | "DE") =>
    createOnce(new Subject(definition, context, { organization: "acme", country }), async () => {
      expect(++under[country]).toBe(1);
      most = Math.max(most, under.US + under.DE);
      await new Promise((resolve) => setImmediate(resolve));
      under[country]--;
      return { id: ++last };
    });
  await Promise.all([make("US"), make("US"), make("DE"), make("DE")]);
  expect(most).toBe(2);
});

test("a given function sends the creation, and sends it again while nothing was created", async () => {
  const api = recordedApi({ listNumberRequests: () => [] });
  const sent: number[] = [];
  const made = await createOnce(new Subject(definition, memoryContext({ api }), { organization: "acme" }), () => {
    sent.push(sent.length);
    return sent.length < 3 ? Promise.reject(lost()) : Promise.resolve({ id: 9 });
  });
  expect(made).toEqual({ id: 9 });
  expect(sent).toHaveLength(3);
});

describe("an object that LumenOne created with other values than declared", () => {
  const declared = { organization: "acme", country: "US", numberType: "local" };
  const different = { id: 2, country: "DE", numberType: "local" };
  /** @param there what LumenOne lists before and after */
  const make = (there: (wasSent: boolean) => Values[]) => {
    const api = recordedApi({
      listNumberRequests: () => there(api.count("createNumberRequest") > 0),
      createNumberRequest: () => different,
    });
    return createOnce(new Subject(definition, memoryContext({ api }), declared));
  };

  test("is ours when a list shows it that did not before", async () => {
    expect(await make((wasSent) => (wasSent ? [{ ...different, id: 1 }, different] : []))).toEqual(different);
  });

  test.each([
    ["was there before", () => [different]],
    ["is in no list", () => []],
  ])("is somebody else's when it %s", async (_, there) => {
    await expect(make(there)).rejects.toThrow("LumenOne may have made it, but no response says so.");
  });
});

test("of several candidates the one with the lowest id is taken, and the others are named", async () => {
  const api = recordedApi({
    listNumberRequests: () => (api.count("createNumberRequest") > 0 ? [10, 9, 11].map((id) => ({ id })) : []),
    createNumberRequest: () => Promise.reject(lost()),
  });
  const context = memoryContext({ api });
  expect(await createOnce(new Subject(definition, context, { organization: "acme" }))).toEqual({ id: 9 });
  expect(context.warnings).toEqual([expect.stringContaining("It could also be acme/10, acme/11")]);
});

test("a creation that was never sent fails with its error, and no list is read after it", async () => {
  const refused = new ApiError({
    operationId: "x",
    method: "POST",
    path: "/x",
    reason: "noAnswer",
    outcomeUnknown: false,
  });
  const api = recordedApi({
    listNumberRequests: () => [],
    createNumberRequest: () => Promise.reject(refused),
  });
  const made = createOnce(new Subject(definition, memoryContext({ api }), { organization: "acme" }));
  await expect(made).rejects.toBe(refused);
  expect(api.count("listNumberRequests")).toBe(1);
});

test.each([
  ["the name is taken", "unique", "conflict", 409],
  ["it is forbidden", "repeat", "forbidden", 403],
] as const)("where %s when it is sent again, the object is found listed", async (_, names, reason, status) => {
  const refusal = { operationId: "x", method: "POST", path: "/x", reason, status, outcomeUnknown: false } as const;
  const api = recordedApi({
    listNumberRequests: () => (api.count("createNumberRequest") > 1 ? [{ id: 5 }] : []),
    createNumberRequest: () => Promise.reject(api.count("createNumberRequest") > 1 ? new ApiError(refusal) : lost()),
  });
  const context = memoryContext({ api });
  expect(await createOnce(new Subject({ ...definition, names }, context, { organization: "acme" }))).toEqual({ id: 5 });
});
