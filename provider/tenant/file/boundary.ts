import * as fs from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";

/** More links than one path needs: they may turn in a circle. */
const mostLinks = 40;
/** The most bytes of a tenant's file, or of a text that it names. Documents may be larger. */
const mostBytes = 10 * 1024 * 1024;

/** Why a file is not read: after "and ...". */
export interface Refusal {
  readonly refusal: string;
  /** It lies outside of the project's folder. */
  readonly isOutside?: boolean;
}

/**
 * The folder that every file of a tenant lies in: a person who may edit a tenant's file must not read the rest of the
 * machine. A symbolic link counts as its target.
 */
export class Boundary {
  private readonly root: string;

  constructor(
    /** The folder, as messages name it. */
    private readonly folder: string,
    /** `--allow-outside`: everything may be read. */
    private readonly allowsOutside = false,
  ) {
    this.root = realPath(resolve(folder));
  }

  /** Whether there is such a file, without reading it. A file outside of the folder is not looked at. */
  find(path: string): fs.Stats | Refusal {
    if (!this.holds(realPath(resolve(path)))) {
      const remedy = "Move it into that folder, or allow it with `--allow-outside` (in a program `allowOutside: true`)";
      return { refusal: `lies outside of ${this.folder}, links followed. ${remedy}`, isOutside: true };
    }
    try {
      return ifFile(fs.statSync(path));
    } catch (error) {
      return { refusal: reason(error) };
    }
  }

  /**
   * Reads a file. It checks the opened file: a file that was moved meanwhile is refused, and a pipe does not make it
   * wait.
   */
  read(path: string): Buffer | Refusal {
    const found = this.find(path);
    if ("refusal" in found) return found;
    let fd: number | undefined;
    try {
      fd = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
      const opened = ifFile(fs.fstatSync(fd));
      if ("refusal" in opened) return opened;
      const real = fs.realpathSync.native(path);
      const named = fs.statSync(real);
      if (named.ino !== opened.ino || named.dev !== opened.dev || !this.holds(real)) {
        return { refusal: "was moved while it was read" };
      }
      return contentOf(fd);
    } catch (error) {
      return { refusal: reason(error) };
    } finally {
      if (fd !== undefined) fs.closeSync(fd);
    }
  }

  private holds(real: string): boolean {
    const way = relative(this.root, real);
    return this.allowsOutside || (way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way));
  }
}

/** The path without links, also of a missing file, so that an error does not show whether it exists. */
function realPath(path: string, links = 0): string {
  try {
    return fs.realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    if (parent === path || links > mostLinks) return path;
    const whole = join(realPath(parent, links), basename(path));
    const target = linkTarget(whole);
    return target === undefined ? whole : realPath(resolve(dirname(whole), target), links + 1);
  }
}

/** Undefined for what is not a link. */
function linkTarget(path: string): string | undefined {
  try {
    return fs.readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Reads to the end, since the sizes of some files are not known beforehand. */
function contentOf(fd: number): Buffer | Refusal {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const read = fs.readSync(fd, chunk, 0, chunk.length, null);
    if (read === 0) return Buffer.concat(chunks);
    total += read;
    if (total > mostBytes) return { refusal: `has more than ${mostBytes / 1024 / 1024} MB` };
    chunks.push(chunk.subarray(0, read));
  }
}

function ifFile(stats: fs.Stats): fs.Stats | Refusal {
  if (stats.isDirectory()) return { refusal: "is a folder" };
  return stats.isFile() ? stats : { refusal: "is a pipe or a device, not a file" };
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR" ? "is not there" : `cannot be read (${code})`;
}
