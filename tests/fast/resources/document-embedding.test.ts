import { simulated, type Steps } from "../../support/simulated";

const titles = Array.from({ length: 60 }, (_, index) => `d${index}`);
const world = simulated({
  organizations: [{ name: "Acme" }, { name: "Globex" }],
  workspaces: [{ name: "Support" }, { name: "Sales" }],
  documents: [
    ...titles.map((title) => ({ id: title, name: `${title}.json`, title, organization: "acme" })),
    { id: "foreign", name: "foreign.json", title: "foreign", organization: "globex" },
  ],
});
const docpath = (title: string) => `acme/custom-documents/${title}.json`;
const edge = (title: string, workspace = "support") => ({ workspace, document: docpath(title) });
const calls = () => world.simulator.journal.filter(({ operationId }) => operationId === "updateWorkspaceEmbeddings");
const rows = (workspace = "support") => {
  const { workspaces, embeddings } = world.simulator.snapshot();
  const { id } = workspaces.find(({ slug }) => slug === workspace) ?? {};
  return embeddings.filter(({ workspaceId }) => workspaceId === id).map(({ documentId }) => documentId);
};

/** As the engine does it: so many at once, and the next one when one is done. */
async function inParallel<T>(parallel: number, items: T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

const embed = ({ create }: Steps, title: string, workspace?: string) =>
  create("DocumentEmbedding", edge(title, workspace));

describe("batches", () => {
  test("50 embeddings of one workspace, 8 at once, cost 7 calls", async () => {
    const process = world.process();
    await inParallel(8, titles.slice(0, 50), (title) => embed(process, title));
    expect(rows().sort()).toEqual(titles.slice(0, 50).sort());
    expect(calls()).toHaveLength(7);
    // What is there already is asked for once.
    expect(world.simulator.journal.count("getWorkspace")).toBe(1);
  });

  test("60 removals from one workspace, 8 at once, cost 8 calls", async () => {
    const process = world.process();
    await inParallel(60, titles, (title) => embed(process, title));
    world.simulator.journal.clear();
    const other = world.process();
    await inParallel(8, titles, (title) => other.remove("DocumentEmbedding", `support/${docpath(title)}`, edge(title)));
    expect(rows()).toEqual([]);
    expect(world.simulator.journal.map(({ operationId }) => operationId)).toEqual(
      Array(8).fill("updateWorkspaceEmbeddings"),
    );
  });

  test("workspaces do not wait for each other", async () => {
    world.simulator.faults.add({
      operationId: "updateWorkspaceEmbeddings",
      kind: "slow",
      where: { slug: "support" },
      ms: 300,
    });
    const process = world.process();
    const done: string[] = [];
    await Promise.all([
      embed(process, "d0").then(() => done.push("support")),
      embed(process, "d0", "sales").then(() => done.push("sales")),
    ]);
    expect(done).toEqual(["sales", "support"]);
  });
});

describe("never twice", () => {
  test("a document that is embedded already is not added again", async () => {
    world.simulator.person.add("embeddings", { workspace: "support", document: docpath("d0") });
    const { id } = await embed(world.process(), "d0");
    expect(id).toBe(`support/${docpath("d0")}`);
    expect([rows(), calls()]).toEqual([["d0"], []]);
  });

  test.each([
    ["a connection that breaks", { kind: "resetAfter" }],
    ["half a response", { kind: "truncated" }],
    ["a gateway that gave up", { kind: "status", status: 504, when: "after" }],
    ["an error although it is done", { kind: "status", status: 500, when: "after" }],
  ] as const)("%s does not create a second row", async (_, fault) => {
    world.simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", ...fault });
    const process = world.process();
    await Promise.all([embed(process, "d0"), embed(process, "d1")]);
    expect(rows().sort()).toEqual(["d0", "d1"]);
    expect(calls()).toHaveLength(1);
  });

  test("an embedding whose connection breaks before LumenOne sees it is sent again", async () => {
    world.simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "resetBefore", times: 2 });
    await embed(world.process(), "d0");
    expect([rows(), calls().length]).toEqual([["d0"], 3]);
  });

  test("after a 504, embeddings wait while LumenOne makes progress, and are not sent again", async () => {
    world.simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "status", status: 504 });
    let now = 0;
    const waits: number[] = [];
    const time = {
      now: () => now,
      wait: (milliseconds: number) => {
        now += milliseconds;
        if (milliseconds >= 1000) waits.push(milliseconds);
        // One every two minutes.
        for (const title of titles.slice(0, 3)) {
          const due = (Number(title.slice(1)) + 1) * 100_000;
          if (now >= due && !rows().includes(title))
            world.simulator.person.add("embeddings", { workspace: "support", document: docpath(title) });
        }
        return new Promise<void>((resolve) => setImmediate(resolve));
      },
    };
    const process = world.process(time);
    await Promise.all(titles.slice(0, 3).map((title) => embed(process, title)));
    expect(rows()).toEqual(["d0", "d1", "d2"]);
    expect(calls()).toHaveLength(1);
    expect(now).toBeGreaterThan(300_000);
    expect(waits.slice(0, 5)).toEqual([2000, 4000, 8000, 16_000, 30_000]);
  });
});

describe("failures", () => {
  test("a document that is dropped without a word is an error that names it; the others are embedded", async () => {
    const process = world.process();
    const results = await Promise.allSettled(["d0", "none", "d1"].map((title) => embed(process, title)));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(String((results[1] as PromiseRejectedResult).reason)).toMatch(
      /DocumentEmbedding \(support\/acme\/custom-documents\/none\.json\): LumenOne reported no error, but did not embed it/,
    );
    expect(rows().sort()).toEqual(["d0", "d1"]);
    expect(calls()).toHaveLength(1);
  });

  test("a document of another organization fails alone", async () => {
    const process = world.process();
    const foreign = { workspace: "support", document: "globex/custom-documents/foreign.json" };
    const results = await Promise.allSettled([embed(process, "d0"), process.create("DocumentEmbedding", foreign)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(String((results[1] as PromiseRejectedResult).reason)).toMatch(/not a docpath of the organization acme/);
    expect(rows()).toEqual(["d0"]);
  });

  test("an embedding for which LumenOne returns 500 fails, and is not sent again", async () => {
    world.simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "status", status: 500, times: 9 });
    await expect(embed(world.process(), "d0")).rejects.toThrow(/updateWorkspaceEmbeddings.*500/);
    expect(calls()).toHaveLength(1);
  });

  test("an embedding in a workspace that does not exist fails with 404", async () => {
    await expect(embed(world.process(), "d0", "nowhere")).rejects.toThrow(/updateWorkspaceEmbeddings.*404/);
  });

  test("of two embeddings of the same document one fails, and the document is embedded once", async () => {
    const process = world.process();
    const results = await Promise.allSettled([embed(process, "d0"), embed(process, "d0")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(rows()).toEqual(["d0"]);
  });
});

describe("removing", () => {
  const unembed = ({ remove: run }: Steps, title: string, workspace = "support") =>
    run("DocumentEmbedding", `${workspace}/${docpath(title)}`, edge(title, workspace));

  test("a document that is embedded twice is removed with both rows", async () => {
    world.simulator.person.add("embeddings", { workspace: "support", document: docpath("d0") });
    world.simulator.person.add("embeddings", { workspace: "support", document: docpath("d0") });
    await unembed(world.process(), "d0");
    expect(rows()).toEqual([]);
  });

  test("a document that is not embedded, does not exist, or is in a missing workspace counts as removed", async () => {
    const process = world.process();
    const removals = [unembed(process, "d0"), unembed(process, "none"), unembed(process, "d0", "nowhere")];
    expect(await Promise.allSettled(removals)).toEqual(removals.map(() => ({ status: "fulfilled", value: undefined })));
    expect(rows()).toEqual([]);
  });

  test("a removal whose connection breaks still removes the document", async () => {
    world.simulator.person.add("embeddings", { workspace: "support", document: docpath("d0") });
    world.simulator.faults.add({ operationId: "updateWorkspaceEmbeddings", kind: "resetBefore" });
    await unembed(world.process(), "d0");
    expect(rows()).toEqual([]);
  });

  test("an embedding that stays although LumenOne returned success is an error", async () => {
    world.simulator.person.add("embeddings", { workspace: "support", document: docpath("d0") });
    const shown = { id: 1, name: "Support", slug: "737570706f7274", documents: [{ docpath: docpath("d0") }] };
    const body = { workspace: shown, message: null };
    world.simulator.faults.add({
      operationId: "updateWorkspaceEmbeddings",
      kind: "status",
      status: 200,
      body,
      times: 9,
    });
    await expect(unembed(world.process(), "d0")).rejects.toThrow(/but it is still there/);
  });

  test("a removal after the create of the same embedding in one process leaves it", async () => {
    const process = world.process();
    await embed(process, "d0");
    await unembed(process, "d0");
    expect(rows()).toEqual(["d0"]);
  });
});

test("a refresh reads each workspace once, and once more where an embedding is missing", async () => {
  const process = world.process();
  const made = await Promise.all(["d0", "d1", "d2"].map((title) => embed(process, title)));
  await embed(process, "d0", "sales");
  world.simulator.person.remove("embeddings", made[1]?.id ?? "");
  world.simulator.journal.clear();
  const other = world.process();
  const read = (title: string, workspace?: string) =>
    other.read("DocumentEmbedding", `${workspace ?? "support"}/${docpath(title)}`, {
      ...edge(title, workspace),
      origin: world.simulator.url,
    });
  const found = await Promise.all([read("d0"), read("d1"), read("d2"), read("d0", "sales")]);
  expect(found.map((each) => each !== undefined)).toEqual([true, false, true, true]);
  expect(found[0]?.inputs).toEqual(edge("d0"));
  // One of each workspace, and one of the first that confirms what it lacks.
  const asked = world.simulator.journal.map(({ parameters }) => parameters["slug"]);
  expect(asked).toEqual(["support", "sales", "support"]);
});

test("a read and an embedding in a workspace whose response has no documents fail", async () => {
  const process = world.process();
  const { id, outputs } = await embed(process, "d0");
  const body = { workspace: { id: 1, name: "Support", slug: "737570706f7274" } };
  world.simulator.faults.add({ operationId: "getWorkspace", kind: "status", status: 200, body, times: 2 });
  await expect(world.process().read("DocumentEmbedding", id, outputs)).rejects.toThrow(
    /came back with a workspace without its documents/,
  );
  await expect(embed(world.process(), "d1")).rejects.toThrow(/came back with a workspace without its documents/);
});
