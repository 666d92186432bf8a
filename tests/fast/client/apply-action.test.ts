import { type Action } from "../../../provider/client/contract/overlay/overlay";
import { applyAction } from "../../../provider/client/contract/overlay/apply-action";

const action = (target: string, rest: Partial<Action>): Action => ({ target, ...rest }) as Action;

test("of a list with more than ten items, exactly the selected ones are removed", () => {
  const items = Array.from({ length: 13 }, (_, index) => ({ name: `p${index}`, in: index % 2 ? "query" : "path" }));
  const applied = applyAction({ parameters: items }, action("$.parameters[?@.in == 'query']", { remove: true }));
  expect(applied).toEqual({ parameters: items.filter(({ in: place }) => place === "path") });
});

test("an object that is selected together with what is in it is removed once", () => {
  const document = { paths: { "/a": { get: { tags: {} } }, "/b": { get: {} } } };
  const applied = applyAction(document, action("$.paths['/a']..*", { remove: true }));
  expect(applied).toEqual({ paths: { "/a": {}, "/b": { get: {} } } });
});

test("a place that a target selects twice is changed once", () => {
  const document = { items: [{ a: 1 }, { b: 1 }], tags: [["x"]] };
  expect(applyAction(document, action("$.items[0, 0]", { remove: true }))).toMatchObject({ items: [{ b: 1 }] });
  expect(applyAction(document, action("$.tags[0, 0]", { update: "y" }))).toMatchObject({ tags: [["x", "y"]] });
});

test("of two selected objects that got one update, a later action changes one alone", () => {
  const document = { paths: { "/a": {}, "/b": {} } };
  const both = applyAction(document, action("$.paths.*", { update: { get: { tags: [{}] } } }));
  const one = applyAction(both, action("$.paths['/a'].get.tags[0]", { update: { x: 1 } }));
  expect(one).toEqual({ paths: { "/a": { get: { tags: [{ x: 1 }] } }, "/b": { get: { tags: [{}] } } } });
});

test("what an action does not touch is shared, and the document that was given stays as it is", () => {
  const document = { paths: { "/a": { get: {} }, "/b": { get: {} } } };
  const before = structuredClone(document);
  const applied = applyAction(document, action("$.paths['/a'].get", { update: { tags: [] } })) as typeof document;
  expect(document).toEqual(before);
  expect(applied.paths["/b"]).toBe(document.paths["/b"]);
  expect(applied.paths["/a"]).toEqual({ get: { tags: [] } });
});
