import { Subject } from "../../../provider/lifecycle/object/subject";
import { memoryContext } from "../../support/memory-context";
import { definitionOf } from "../../../provider/definitions/registry";
import { linesFor } from "../../../provider/cli/fleet/worker/pending-creates";
import { turnOf } from "../../../provider/lifecycle/object/scope";
import { type EarlierCreate, hashOfTurn, verdictOn } from "../../../provider/lifecycle/once/create-journal";

const began = Date.parse("2026-01-01T12:00:00Z");
const wrote = (before: string[] | undefined): EarlierCreate => ({ before, from: began, until: began });
const at = (id: string, time?: string) => ({ id, ...(time === undefined ? {} : { createdAt: time }) });
const nobody = () => undefined;

describe("an object that looks like what a killed run was making", () => {
  test.each<[string, EarlierCreate, ReturnType<typeof at>[], ReturnType<typeof verdictOn>]>([
    ["is made where nothing looks like it", wrote([]), [], undefined],
    ["is made where all were there before", wrote(["a", "b"]), [at("a"), at("b")], undefined],
    ["is taken over where one appeared", wrote(["a"]), [at("a"), at("b")], { take: "b" }],
    ["is taken over where it was made at that time", wrote([]), [at("b", "2026-01-01T12:01:00Z")], { take: "b" }],
    ["is taken over where it was made 5 minutes later", wrote([]), [at("b", "2026-01-01T12:05:00Z")], { take: "b" }],
    ["is taken over where it was made 5 minutes earlier", wrote([]), [at("b", "2026-01-01T11:55:00Z")], { take: "b" }],
    ["is asked for where it was made later", wrote([]), [at("b", "2026-01-01T13:00:00Z")], { ask: ["b"] }],
    ["is asked for where it was made earlier", wrote([]), [at("b", "2026-01-01T11:00:00Z")], { ask: ["b"] }],
    ["is asked for where two appeared", wrote(["a"]), [at("a"), at("b"), at("c")], { ask: ["b", "c"] }],
    ["is asked for where nobody wrote down what was there", wrote(undefined), [at("a")], { ask: ["a"] }],
  ])("%s", (_what, earlier, candidates, verdict) => {
    expect(verdictOn(earlier, candidates, nobody)).toEqual(verdict);
  });

  test("is what a person says it is", () => {
    const said = (id: string) => (id === "a" ? "ours" : id === "b" ? "not ours" : undefined);
    expect(verdictOn(wrote(undefined), [at("b"), at("a")], said)).toEqual({ take: "a" });
    expect(verdictOn(wrote(undefined), [at("b")], said)).toBeUndefined();
  });
});

describe("the journal of the run after a killed one", () => {
  const type = (kind: string) => `pulumi-nodejs:dynamic/lumenone:${kind}`;
  const inputs = { organization: "acme", name: "support", accountId: "11111111-1111-4111-8111-111111111111" };
  const create = { type: type("Workspace"), inputs };
  const turn = hashOfTurn(turnOf(definitionOf("Workspace"), inputs, undefined));
  const line = JSON.stringify({ turn, before: ["support"], from: began, until: began });
  const said = { ours: [], notOurs: [] };
  const head = `${JSON.stringify({ known: [], began })}\n`;
  const turnsOf = (left: string | undefined, stateTime = began, creates = [create]) =>
    linesFor([], creates, left, said, false, stateTime).filter((each) => "turn" in each);

  test("names a creation as the provider does, whatever account the provider has", () => {
    const { turn: ofProvider } = new Subject(definitionOf("Workspace"), memoryContext(), inputs);
    expect(turn).toBe(hashOfTurn(ofProvider));
    expect(turnsOf(`${line}\n`)).toMatchObject([{ turn: hashOfTurn(ofProvider) }]);
    const elsewhere = memoryContext({ accountId: "22222222-2222-4222-8222-222222222222" });
    expect(new Subject(definitionOf("Workspace"), elsewhere, inputs).turn).toBe(ofProvider);
  });

  test("repeats what the killed run wrote down of a creation", () => {
    expect(turnsOf(`${line}\n`)).toEqual([{ turn, before: ["support"], from: began, until: began }]);
  });

  test("says nothing of a creation that the killed run had not come to", () => {
    expect(turnsOf(head)).toEqual([]);
    // A line that is cut off was not followed by a request.
    expect(turnsOf(head + line.slice(0, -5))).toEqual([]);
  });

  test("says that nobody knows where the killed run ran elsewhere, or another run came after it", () => {
    const later = turnsOf(head, began + 3_600_000);
    expect(later).toEqual([expect.objectContaining({ turn, before: null })]);
    expect(turnsOf(undefined)).toEqual([
      { turn, before: null, from: expect.any(Number) as number, until: expect.any(Number) as number },
    ]);
  });

  test("keeps the first of two lines, which saw what was there before both", () => {
    const second = JSON.stringify({ turn, before: ["support", "support-2"], from: began + 5, until: began + 5 });
    expect(turnsOf(`${line}\n${second}\n`)).toEqual([{ turn, before: ["support"], from: began, until: began + 5 }]);
  });

  test("forgets a run after which the state was written by another one", () => {
    expect(turnsOf(`${line}\n`, began + 3_600_000, [])).toEqual([]);
    expect(turnsOf(`${line}\n`, began + 1000, [])).toHaveLength(1);
  });

  test("asks about an organization whose name another tenant has, whatever was written down", () => {
    const organization = { type: type("Organization"), inputs: { name: "Acme", accountId: inputs.accountId } };
    const own = hashOfTurn(turnOf(definitionOf("Organization"), organization.inputs, undefined));
    const left = `${JSON.stringify({ turn: own, before: [], from: began, until: began })}\n`;
    const lines = linesFor([], [organization], left, said, true, began);
    expect(lines).toContainEqual({ turn: own, before: null, from: began, until: began });
  });

  test("knows the objects of the state, and reads a name that is a secret", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: '"support"' };
    const sealed = { ...create, inputs: { ...inputs, name: secret } };
    const lines = linesFor([{ type: type("Workspace"), id: "sales" }], [sealed], `${line}\n`, said, false, began);
    expect(lines[0]).toMatchObject({ known: ["Workspace sales"] });
    expect(lines).toContainEqual({ turn, before: ["support"], from: began, until: began });
  });
});
