import { readFileSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { compiledCodeFolder } from "./compiled-code-folder";
import { KeptCode } from "./kept-code";

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
  const kept = keptCodeOf(file, source);
  const cachedData = kept?.read();
  // A bundle is ASCII, which this reads fastest.
  const script = new Script(wrap(source.toString("latin1")), { filename: file, ...(cachedData && { cachedData }) });
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  loaded.set(file, module.exports);
  if (kept && script.cachedDataRejected !== false) atWork(() => kept.write(script.createCachedData()));
  return module.exports;
}

function keptCodeOf(file: string, source: Buffer): KeptCode | undefined {
  const folder = compiledCodeFolder(process.env);
  if (folder === undefined) return undefined;
  // One file for each version of Node: they do not read each other's.
  return new KeptCode(join(folder, `${basename(file)}-${process.version}-${process.arch}`), source);
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
