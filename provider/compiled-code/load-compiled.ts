import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { compiledCodeFolder } from "./compiled-code-folder";

/**
 * When compiled code is kept, in milliseconds after the start, or at the exit if that is sooner: V8 drops the code of functions that
 * were not called for long.
 */
const whenKept = 1000;

/** The exports of what was loaded, by file. */
const loaded = new Map<string, unknown>();

/**
 * Loads a CommonJS file as `require` does, once in a process, and keeps its compiled code for the next process. Node itself does so
 * from 22.1 on, for what runs while a file is loaded; most functions are compiled when they are called first.
 * @param file one that requires no other file of this package, such as packaging/bundle.js makes
 */
export function loadCompiled(file: string): unknown {
  if (loaded.has(file)) return loaded.get(file);
  const module: { exports: unknown } = { exports: {} };
  const source = readFileSync(file);
  const folder = compiledCodeFolder(process.env);
  // One file for each version of Node: they do not read each other's.
  const kept = folder && join(folder, `${basename(file)}-${process.version}-${process.arch}`);
  const cachedData = kept && readKept(kept, source);
  // A bundle is ASCII, which this reads fastest.
  const script = new Script(wrap(source.toString("latin1")), { filename: file, ...(cachedData && { cachedData }) });
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  loaded.set(file, module.exports);
  if (kept && script.cachedDataRejected !== false) atWork(() => keep(kept, source, script.createCachedData()));
  return module.exports;
}

const digestOf = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
const digestLength = 32;

/**
 * The compiled code of a source from its file: the digest of the source, the digest of the code, the code. V8 itself compares the
 * length of the source alone. Undefined where there is none, or another source's, or it is damaged.
 */
function readKept(file: string, source: Buffer): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const compiled = bytes.subarray(2 * digestLength);
  const digests = Buffer.concat([digestOf(source), digestOf(compiled)]);
  return digests.equals(bytes.subarray(0, 2 * digestLength)) ? compiled : undefined;
}

/** Whole or not at all: other processes may read and write the file now. What cannot be written is left out. */
function keep(file: string, source: Buffer, compiled: Buffer): void {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, Buffer.concat([digestOf(source), digestOf(compiled), compiled]), { mode: 0o600 });
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
  }
}

/** Calls back once, when this process has worked for a while or ends. */
function atWork(callback: () => void): void {
  const once = () => {
    clearTimeout(timer);
    process.off("exit", once);
    callback();
  };
  const timer = setTimeout(once, whenKept).unref();
  process.on("exit", once);
}
