import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { type Boundary } from "./boundary";

/** The most bytes of a tenant's file, or of a text that it names. Documents may be larger. */
const mostBytes = 10 * 1024 * 1024;

/** Why a file is not read: after "and ...". */
export interface Refusal {
  readonly refusal: string;
  /** It lies outside of the project's folder. */
  readonly isOutside?: boolean;
}

/** Whether there is such a file, without reading it. A file outside of the boundary is not looked at. */
export function fileInside(path: string, boundary: Boundary): Stats | Refusal {
  if (!boundary.holds(path)) {
    const remedy = "Move it into that folder, or allow it with `--allow-outside` (in a program `allowOutside: true`)";
    return { refusal: `lies outside of ${boundary.folder}, links followed. ${remedy}`, isOutside: true };
  }
  try {
    return fit(statSync(path));
  } catch (error) {
    return { refusal: reason(error) };
  }
}

/**
 * Reads a file. It checks the opened file: a file that was moved meanwhile is refused, and a pipe does not make it
 * wait.
 */
export function readInside(path: string, boundary: Boundary): Buffer | Refusal {
  const found = fileInside(path, boundary);
  if ("refusal" in found) return found;
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const opened = fit(fstatSync(fd));
    if ("refusal" in opened) return opened;
    const real = realpathSync.native(path);
    const named = statSync(real);
    if (named.ino !== opened.ino || named.dev !== opened.dev || !boundary.holdsReal(real)) {
      return { refusal: "was moved while it was read" };
    }
    return contentOf(fd);
  } catch (error) {
    return { refusal: reason(error) };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Reads to the end, since the sizes of some files are not known beforehand. */
function contentOf(fd: number): Buffer | Refusal {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const read = readSync(fd, chunk, 0, chunk.length, null);
    if (read === 0) return Buffer.concat(chunks);
    total += read;
    if (total > mostBytes) return { refusal: `has more than ${mostBytes / 1024 / 1024} MB` };
    chunks.push(chunk.subarray(0, read));
  }
}

function fit(stats: Stats): Stats | Refusal {
  if (stats.isDirectory()) return { refusal: "is a folder" };
  return stats.isFile() ? stats : { refusal: "is a pipe or a device, not a file" };
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR" ? "is not there" : `cannot be read (${code})`;
}
