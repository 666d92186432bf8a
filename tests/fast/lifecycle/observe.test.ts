import { ApiError } from "../../../provider/errors/api-error";
import { definitionOf } from "../../../provider/definitions/registry";
import { read } from "../../../provider/lifecycle/steps/read";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

const definition = definitionOf("Workspace");
const state = { organization: "acme", name: "Chat", topN: 4, origin: "https://lumenone.example.com" };
const full = (slug: string) => ({ slug, name: "Chat", topN: 4 });
const gone = new ApiError({
  operationId: "getWorkspace",
  method: "GET",
  path: "/workspace/x",
  reason: "notFound",
  status: 404,
  outcomeUnknown: false,
});

test("a refresh of many workspaces takes one list of their organization", async () => {
  const api = recordedApi({ listOrganizationWorkspaces: () => ["a", "b", "c"].map(full) });
  const context = memoryContext({ api });
  const read3 = await Promise.all(["a", "b", "c"].map((id) => read(definition, context, id, state)));
  expect(read3.map((found) => found?.inputs["topN"])).toEqual([4, 4, 4]);
  expect(api.calls).toHaveLength(1);
});

test("an object whose list leaves out a field that the program set is read alone", async () => {
  const api = recordedApi({
    listOrganizationWorkspaces: () => [{ slug: "a", name: "Chat" }],
    getWorkspace: () => ({ ...full("a"), topN: 9 }),
  });
  const found = await read(definition, memoryContext({ api }), "a", state);
  expect(found?.inputs).toMatchObject({ topN: 9 });
});

test("an object that the list leaves out exists if a read shows it, and is gone with a warning if not", async () => {
  const api = recordedApi({ listOrganizationWorkspaces: () => [], getWorkspace: () => full("a") });
  expect(await read(definition, memoryContext({ api }), "a", state)).toMatchObject({
    id: "a",
    inputs: { name: full("a")["name"] },
  });
  const without = recordedApi({
    listOrganizationWorkspaces: () => [],
    getWorkspace: () => {
      throw gone;
    },
  });
  const context = memoryContext({ api: without });
  expect(await read(definition, context, "a", state)).toBeUndefined();
  expect(context.warnings).toEqual([expect.stringContaining("Workspace (a) no longer exists")]);
});

test.each([
  ["shows all that the program set, is taken from the list", full("a"), { topN: 4 }],
  ["leaves out a field that the program set, is in doubt", { slug: "a", name: "Chat" }, undefined],
])("an object that a read denies, and whose list %s", async (_, listed, seen) => {
  const denied = () => {
    throw gone;
  };
  let lists = 0;
  // The first list is that of a refresh, the second the proof.
  const api = recordedApi({ listOrganizationWorkspaces: () => (++lists === 1 ? [] : [listed]), getWorkspace: denied });
  const read1 = read(definition, memoryContext({ api }), "a", state);
  if (seen) expect((await read1)?.inputs).toMatchObject(seen);
  else await expect(read1).rejects.toThrow("but listOrganizationWorkspaces shows that it exists");
});

test("`.get` reads an object alone, with all its fields", async () => {
  const api = recordedApi({ getWorkspace: () => full("a") });
  expect((await read(definition, memoryContext({ api }), "a", {}))?.outputs).toMatchObject({ name: "Chat", topN: 4 });
});

test("outputs that neither the list nor a read shows stay as the state has them", async () => {
  const shown = { slug: "a", name: "Chat" };
  const api = recordedApi({ listOrganizationWorkspaces: () => [shown], getWorkspace: () => shown });
  const olds = { ...state, workspaceId: 7, createdAt: "2026-01-01T00:00:00.000Z", incomplete: ["topN"] };
  const found = await read(definition, memoryContext({ api }), "a", olds);
  expect(found?.outputs).toMatchObject(olds);
});

test.each([[undefined], [null], [""]])(
  "an output that comes back as %j stays as the state has it",
  async (createdAt) => {
    const api = recordedApi({ listOrganizationWorkspaces: () => [{ ...full("a"), createdAt }] });
    const olds = { ...state, createdAt: "2026-01-01T00:00:00.000Z" };
    const found = await read(definition, memoryContext({ api }), "a", olds);
    expect(found?.outputs["createdAt"]).toBe(olds.createdAt);
  },
);
