import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { failureOf } from "../../../provider/cli/fleet/worker/failure";
import { isStaleLock } from "../../../provider/cli/fleet/worker/stale-lock";
import { killedMarker } from "../../../provider/lifecycle/once/after-kill";
import { userInfo } from "node:os";
import { until } from "../../support/until";

/** What a tenant's result says of an error of Pulumi, and what to do about it. */
const lock = (user: string, host: string, pid: number) =>
  `error: the stack is currently locked by 1 lock(s). file:///states/acme.json: created by ${user}@${host} (pid ${pid}) at 2026-01-02T03:04:05Z`;

test.each([
  [
    "a variable is missing",
    "Missing required configuration variable 'lumenone:apiKey'",
    /stack select acme --create .* lumenone:apiKey`/,
  ],
  [
    "the passphrase is missing",
    "error: get stack secrets manager: incorrect passphrase",
    /^Set PULUMI_CONFIG_PASSPHRASE/,
  ],
  [
    "the state is cut off",
    "error: failed to load checkpoint: unexpected end of JSON input",
    /put `acme\.json\.bak` beside it/,
  ],
  ["the state ends early", "error: could not read: EOF", /put `acme\.json\.bak` beside it/],
  ["nobody is logged in", "error: PULUMI_ACCESS_TOKEN must be set", /^Log in to the backend/],
  ["a resource failed", "error: something else", /^Correct what it names/],
])("%s: the remedy says what to do", (_what, said, remedy) => {
  const failure = failureOf("acme", [], said);
  expect(failure).toMatchObject({ status: "failed", remedy: expect.stringMatching(remedy) as string });
});

describe("the problem", () => {
  test("is what the engine reports of resources, each once", () => {
    const { problem } = failureOf(
      "acme",
      ["Workspace a: full", "Workspace b: full", "Workspace a: full"],
      "error: update failed",
    );
    expect(problem).toBe("Workspace a: full\nWorkspace b: full");
  });

  test("is the CLI's own error where the engine reports none, without the word `error`", () => {
    expect(failureOf("acme", [], "code: 255\nstdout: x\nstderr: error: no stack named 'acme'").problem).toBe(
      "no stack named 'acme'",
    );
  });

  test("is all that the CLI wrote where nothing is marked as an error", () => {
    expect(failureOf("acme", [], "  killed\n").problem).toBe("killed");
  });

  test("has 2,000 characters at most", () => {
    expect(failureOf("acme", ["x".repeat(5000)], "").problem).toHaveLength(2000);
  });
});

describe("a locked stack", () => {
  test("names who holds it since when, each holder once, and the command that removes a dead lock", () => {
    const said = `${lock("ann", "build-1", 17)}\n${lock("ann", "build-1", 17)}\n${lock("bob", "build-2", 18)}`;
    const since = "since 2026-01-02T03:04:05Z";
    expect(failureOf("acme", ["ignored"], said)).toEqual({
      status: "locked",
      problem: `The stack acme is locked by ann on build-1, process 17, ${since}, and by bob on build-2, process 18, ${since}.`,
      remedy: "Wait until that run ends, and run the command again. If it is dead: `pulumi cancel --stack acme --yes`.",
    });
  });

  test("is locked by another run where the backend does not say by whom", () => {
    const { status, problem } = failureOf(
      "acme",
      [],
      "error: [409] Conflict: Another update is currently in progress.",
    );
    expect([status, problem]).toEqual(["locked", "The stack acme is locked by another run."]);
  });
});

describe("a lock is stale", () => {
  const own = userInfo().username;
  const dead = () => false;

  test.each<[string, string, (pid: number) => boolean, boolean]>([
    ["of a dead process of this machine and user", lock(own, "here", 17), dead, true],
    ["of a process that is alive", lock(own, "here", 17), () => true, false],
    ["of another machine", lock(own, "elsewhere", 17), dead, false],
    ["of another user", lock("somebody", "here", 17), dead, false],
    ["one of two of which is alive", `${lock(own, "here", 17)} ${lock(own, "here", 18)}`, (pid) => pid === 18, false],
    ["in a backend that is not a folder", lock(own, "here", 17).replace("file://", "s3://"), dead, false],
    ["nobody says whose", "the stack is currently locked: file:///states", dead, false],
  ])("or not: one %s", (_what, said, isAlive, isStale) => {
    expect(isStaleLock(said, "here", isAlive)).toBe(isStale);
  });

  test("by default of processes that do not exist, not of this one", () => {
    expect(isStaleLock(lock(own, "here", process.pid), "here")).toBe(false);
    expect(isStaleLock(lock(own, "here", 2 ** 22 + 1), "here")).toBe(true);
  });
});

if (process.platform === "linux") {
  test("a lock of a process that has ended and that nobody has waited for is stale", async () => {
    // The shell becomes a program that does not know of the child.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    const pid = Number(await once(parent.stdout, "data"));
    try {
      await until(() => fs.readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z "));
      expect(isStaleLock(lock(userInfo().username, "here", pid), "here")).toBe(true);
    } finally {
      parent.kill();
    }
  });
}

describe("an object of which nobody knows whose it is", () => {
  const doubt = (...ids: string[]) => `Tool crm: ${killedMarker}${ids.join(", ")}. Look at it.`;

  test("holds the tenant, and the remedy has both commands with its id and its file", () => {
    const { status, remedy } = failureOf("acme", [doubt("17")], "", "tenants/a b.yaml");
    expect(status).toBe("held");
    expect(remedy).toContain("`pulumi-lumenone fleet up 'tenants/a b.yaml' --ours 17`");
    expect(remedy).toContain("`pulumi-lumenone fleet up 'tenants/a b.yaml' --not-ours 17`");
    expect(remedy).not.toContain("Both options");
  });

  test("may be one of several: one is taken over, the others are left alone", () => {
    const { remedy } = failureOf("acme", [doubt("17", "it's")], "");
    expect(remedy).toContain("fleet up FILE --ours 17`");
    expect(remedy).toContain("--not-ours 17 --not-ours 'it'\\''s'`. Both options may stand in one command.");
  });
});
