import { defineResource } from "../../../provider/lifecycle/definition/definition";
import { text } from "../../../provider/lifecycle/definition/fields";
import { upgrade } from "../../../provider/lifecycle/definition/upgrade";
import { type Values } from "../../../provider/lifecycle/state/values";
import { outputsOf } from "../../../provider/lifecycle/state/outputs";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { memoryContext } from "../../support/memory-context";

/** States of earlier releases. No kind has had a second version yet. */
const kind = (version: number, upgrades?: (outputs: Values, version: number) => Values) =>
  defineResource({
    kind: "Shelf",
    version,
    fields: { name: text() },
    id: { slug: { response: "slug" } },
    operations: { create: "createWorkspace" },
    names: "repeat",
    ...(upgrades && { upgrade: upgrades }),
  });
const named = (outputs: Values, version: number) => ({ ...outputs, name: `${String(outputs["name"])} of ${version}` });

test.each([
  [{ name: "a" }, { name: "a of 1" }],
  [
    { name: "a", stateVersion: "2" },
    { name: "a of 1", stateVersion: "2" },
  ],
  [
    { name: "a", stateVersion: 2 },
    { name: "a of 2", stateVersion: 2 },
  ],
  [
    { name: "a", stateVersion: 3 },
    { name: "a", stateVersion: 3 },
  ],
])("a state %j reads as %j in version 3", (outputs, read) => {
  expect(upgrade(kind(3, named), outputs)).toEqual(read);
});

test("a version without an upgrade reads the states of the one before as they are", () => {
  expect(upgrade(kind(2), { name: "a" })).toEqual({ name: "a" });
});

test("a state of a newer release is refused, with both versions", () => {
  expect(() => upgrade(kind(3, named), { stateVersion: 4 })).toThrow(
    "Shelf: this state was written by a newer pulumi-lumenone (version 4 of the kind, 3 is known here)",
  );
});

test("a state says by which version it was written, from the second on", () => {
  const written = (version: number) =>
    outputsOf(new Subject(kind(version), memoryContext(), {}, "a"), {}, {})["stateVersion"];
  expect([1, 2, 3].map(written)).toEqual([undefined, 2, 3]);
});
