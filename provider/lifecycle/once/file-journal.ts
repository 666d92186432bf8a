import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { type CreateJournal, type EarlierCreate, earlierIn, hashOfTurn, knownKey, readJournal } from "./create-journal";

/** Variable with the path of the journal. `fleet up` sets it, and reads the file when a run was killed. */
export const journalVariable = "LUMENONE_CREATE_JOURNAL";

/** A journal in a file. Each line is on the disk before the request is sent. */
export class FileJournal implements CreateJournal {
  private readonly turns: ReadonlyMap<string, EarlierCreate>;
  private readonly known = new Set<string>();
  private readonly said = new Map<string, "ours" | "not ours">();

  constructor(private readonly file: string) {
    const lines = readJournal(readFileSync(file, "utf8"));
    this.turns = earlierIn(lines);
    for (const line of lines) {
      if ("known" in line) for (const key of line.known) this.known.add(key);
      if (!("ours" in line)) continue;
      for (const id of line.ours) this.said.set(id, "ours");
      for (const id of line.notOurs) this.said.set(id, "not ours");
    }
  }

  earlier(turn: string) {
    return this.turns.get(hashOfTurn(turn));
  }

  note(turn: string, before: Iterable<string>): void {
    const now = Date.now();
    const line = JSON.stringify({ turn: hashOfTurn(turn), before: [...before], from: now, until: now });
    const file = openSync(this.file, "a");
    try {
      writeSync(file, `${line}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  isKnown(kind: string, id: string): boolean {
    return this.known.has(knownKey(kind, id));
  }

  saidOf(object: string) {
    return this.said.get(object);
  }
}

/** The journal that a process of this environment was given, if any. */
export function journalIn(environment: NodeJS.ProcessEnv): CreateJournal | undefined {
  const file = environment[journalVariable];
  return file === undefined || file === "" ? undefined : new FileJournal(file);
}
