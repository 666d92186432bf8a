import { type Action } from "../../../provider/client/contract/overlay/overlay";
import { applyAction } from "../../../provider/client/contract/overlay/apply-action";

const action = (target: string, rest: Partial<Action>): Action => ({ target, ...rest }) as Action;

test("of a list with more than ten items, exactly the selected ones are removed", () => {
  const items = Array.from({ length: 13 }, (_, index) => ({ name: `p${index}`, in: index % 2 ? "query" : "path" }));
  const document = { parameters: structuredClone(items) };
  applyAction(document, action("$.parameters[?@.in == 'query']", { remove: true }));
  expect(document.parameters).toEqual(items.filter(({ in: place }) => place === "path"));
});

test("an object that is selected together with what is in it is removed once", () => {
  const document = { paths: { "/a": { get: { tags: {} } }, "/b": { get: {} } } };
  applyAction(document, action("$.paths['/a']..*", { remove: true }));
  expect(document).toEqual({ paths: { "/a": {}, "/b": { get: {} } } });
});

test("each selected object gets an update of its own", () => {
  const document = { paths: { "/a": {} as Record<string, object>, "/b": {} as Record<string, object> } };
  applyAction(document, action("$.paths.*", { update: { get: {} } }));
  expect(document.paths["/a"]["get"]).not.toBe(document.paths["/b"]["get"]);
});
