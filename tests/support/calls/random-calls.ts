import { type Seed } from "lumenone-simulator";
import { pick, type Random } from "../seeded";

/** Time zones whose clocks change at other times, or by half an hour, or at midnight; and one that skipped a day. */
export const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Pacific/Apia",
] as const;

/** Beginnings of weeks in which some clock changes. */
const weeks = [
  "2025-03-26",
  "2025-10-23",
  "2025-03-06",
  "2024-04-24",
  "2018-11-01",
  "2011-12-28",
  "2026-04-01",
] as const;

const other = "22222222-2222-4222-8222-222222222222";

/** Tenants with so many calls: of two accounts, and some of workspaces that are gone. */
export function randomCalls(random: Random, count: number): Seed {
  const week = Date.parse(pick(random, weeks));
  // No id of the first account: that of the simulator stays.
  return {
    accounts: [{ id: "11111111-1111-4111-8111-111111111111" }, { id: other }],
    organizations: [{ name: "Acme" }, { name: "Globex" }, { name: "Elsewhere", account: other }],
    workspaces: [
      { organization: "acme", name: "Support" },
      { organization: "acme", name: "Sales" },
      { organization: "globex", name: "Desk" },
      { organization: "elsewhere", name: "Hidden" },
    ],
    callLogs: twice(
      random,
      Array.from({ length: count }, (_, index) => ({ id: index + 1, ...randomCall(random, week) })),
    ),
  };
}

/** A server's list may hold a call twice, as a join makes it. */
const twice = <T>(random: Random, calls: readonly T[]) =>
  calls.flatMap((call) => (random() < 0.1 ? [call, call] : [call]));

/** A call within ten days. Each of its figures can be missing or negative. */
export function randomCall(random: Random, from: number) {
  const amount = (): number | null => {
    if (random() < 0.1) return null;
    return (random() < 0.1 ? -1 : 1) * pick(random, [0, random(), 0.1 + 0.2, 1e-7, Math.round(random() * 1e4) / 1e4]);
  };
  const log = {
    workspaceId: pick(random, [1, 1, 2, 3, 3, 4, 99]),
    costTotal: amount(),
    stt: amount(),
    llm: amount(),
    tts: amount(),
    vapi: amount(),
    durationSeconds: random() < 0.1 ? null : Math.round(random() * 6000) / 10,
    assistant: random() < 0.1 ? null : pick(random, ["asst_1", "asst_2", "asst_3"]),
    // Many at the same time: their order may change from page to page.
    createdAt: new Date(from + Math.floor(random() * 480) * 1_800_000).toISOString(),
  };
  // Null is in LumenOne's responses only: a seed's types do not have it.
  return log as { workspaceId: number; costTotal: number; createdAt: string };
}
