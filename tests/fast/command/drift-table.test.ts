import { driftTable } from "../../../provider/cli/drift/drift-table";
import { type Drift } from "../../../provider/cli/drift/find-drift";

const about = { urn: "", kind: "Workspace", name: "support", id: "support" };
const cellsOf = (drift: Drift) =>
  driftTable([drift])[2]!
    .split(" | ")
    .map((cell) => cell.replace(/^\| | +\|?$/g, ""));

test("a changed field is shown with the value of the state and that of LumenOne", () => {
  expect(cellsOf({ ...about, field: "topN", expected: 5, actual: "five", change: "changed" })).toEqual([
    ...["Workspace", "support", "topN", "5", "five"],
  ]);
});

test("an object that is gone is shown without a field", () => {
  expect(cellsOf({ ...about, change: "gone" })).toEqual(["Workspace", "support", "", "there", "gone"]);
});

test("a long value is cut after 60 characters, and never inside one", () => {
  const [, , , expected, actual] = cellsOf({
    ...about,
    ...{ field: "prompt", expected: `x${"😀".repeat(99)}`, actual: "😀".repeat(60), change: "changed" },
  });
  expect(expected).toBe(`x${"😀".repeat(59)}...`);
  expect(actual).toBe("😀".repeat(60));
});
