import { type Kill, KillSite, randomKill } from "../../support/fleet/kill";
import { host } from "../../support/host";
import { seeded, seedFrom } from "../../support/seeded";
import { Turns } from "../../support/turns";

/**
 * `fleet up` is killed while it creates something that looks like a colleague's object. After the next run, and after a
 * person has settled what that asks, the colleague's objects are byte-equal, ours exist once, and nothing is planned.
 *
 * Kill n has the seed LUMENONE_KILL_SEED + n, which its title shows. LUMENONE_KILL_SEED replays all of them,
 * LUMENONE_KILL_RUNS says how many there are.
 */
const seed = seedFrom("LUMENONE_KILL_SEED");
// With `--native` fewer: what a run writes down, and what the next one does with it, is the same on both hosts.
const count = Number(process.env["LUMENONE_KILL_RUNS"] ?? (host === "native" ? 4 : 20));
const kills = Array.from({ length: count }, (_, index) => ({ own: seed + index, ...randomKill(seeded(seed + index)) }));

const turns = new Turns(3, () => KillSite.open());
afterAll(async () => {
  for (const site of await turns.all()) await site.close();
});

test.concurrent.each<Kill & { own: number }>(kills)(
  "seed $own: killed $when $operationId was carried out, next run elsewhere: $elsewhere",
  async (kill) => {
    await turns.run(async (site) => expect(await site.run(kill)).toEqual([]));
  },
  600_000,
);
