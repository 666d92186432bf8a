import * as fs from "node:fs";
import * as path from "node:path";
import { planFleet } from "../../../provider/cli/fleet/plan/plan-fleet";
import { tenantPaths } from "../../../provider/cli/fleet/plan/read-tenants";
import { isGoneInShard, shardFrom } from "../../../provider/cli/fleet/plan/shard";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();
const inside = (name: string) => path.join(folder, name);

describe("--shard", () => {
  test("every tenant is in one part, by the order of the stacks and not of the files", async () => {
    for (let index = 0; index < 23; index++) write(`fleet/z${index}.yaml`, `stack: s${99 - index}\norganization: {}\n`);
    const parts = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        planFleet([inside("fleet")], folder, { shard: { part: index + 1, parts: 5 } }),
      ),
    );
    const stacks = parts.map(({ tenants }) => tenants.map(({ stack }) => stack));
    expect(stacks.map(({ length }) => length)).toEqual([5, 5, 5, 4, 4]);
    expect(stacks.flat().sort()).toEqual(Array.from({ length: 23 }, (_, index) => `s${77 + index}`).sort());
    expect(stacks[0]).toEqual(["s77", "s82", "s87", "s92", "s97"]);
    // What a part knows of the others: their files are not gone.
    for (const { stacks: known } of parts) expect(known.size).toBe(23);
  });

  test("every stack without a file is in one part, whatever else is there", () => {
    for (let index = 0; index < 50; index++) {
      const parts = Array.from({ length: 7 }, (_, part) => isGoneInShard(`t${index}`, { part: part + 1, parts: 7 }));
      expect(parts.filter(Boolean)).toHaveLength(1);
    }
  });

  test.each(["", "3", "0/3", "4/3", "-1/3", "1/0", "1/3/5", "1 / 3", "1.5/3", "a/b"])("%j is wrong usage", (text) => {
    const usage = { code: 64, message: expect.stringContaining("3/20") as string };
    expect(() => shardFrom(text)).toThrow(expect.objectContaining(usage) as Error);
  });
});

describe("a folder or file without a tenant is wrong usage, and the error says where tenants are:", () => {
  beforeAll(() => {
    for (const name of ["a", "b", "_base"]) write(`sub/eu/${name}.yaml`, "organization: {}\n");
    write("sub/us/west/a.yml", "organization: {}\n");
    write("bases/_base.yaml", "organization: {}\n");
    write("texts/notes.txt", "none\n");
    fs.mkdirSync(inside("nothing"));
  });

  test.each([
    ["sub", /no tenant in .*sub: folders are not searched, and .*sub\/eu\/ has 2, .*sub\/us\/west\/ has one\./],
    ["bases", /no tenant in .*bases: it holds bases alone/],
    ["texts", /no tenant in .*texts: it holds no YAML file/],
    ["nothing", /no tenant in .*nothing: it is empty/],
    ["texts/notes.txt", /notes\.txt is not a YAML file/],
    ["bases/_base.yaml", /_base\.yaml is not a tenant: .* begin with "_" are bases/],
    ["sub/*.yaml", /no file or folder .*sub\/\*\.yaml\. The pattern matches none/],
    ["elsewhere", /no file or folder .*elsewhere/],
  ])("%s", (name, says) => {
    const usage = expect.objectContaining({ code: 64, message: expect.stringMatching(says) as string }) as Error;
    expect(() => tenantPaths([inside(name)])).toThrow(usage);
    // One that is right does not hide it.
    expect(() => tenantPaths([inside("sub/eu"), inside(name)])).toThrow(usage);
  });

  test("an ending in capitals is one", () => {
    write("capitals/ACME.YAML", "organization: {}\n");
    expect(tenantPaths([inside("capitals")])).toEqual([inside("capitals/ACME.YAML")]);
  });
});
