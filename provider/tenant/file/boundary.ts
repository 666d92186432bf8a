import { readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";

/** More links than one path needs: they may turn in a circle. */
const mostLinks = 40;

/**
 * The folder that every file of a tenant lies in: a person who may edit a tenant's file must not read the rest of the
 * machine. A symbolic link counts as its target.
 */
export class Boundary {
  private readonly root: string;

  constructor(
    /** The folder, as messages name it. */
    readonly folder: string,
    /** `--allow-outside`: everything may be read. */
    readonly allowsOutside = false,
  ) {
    this.root = realPath(resolve(folder));
  }

  /** Whether a path leads into the folder. For a missing file, its folder counts. */
  holds(path: string): boolean {
    return this.allowsOutside || this.holdsReal(realPath(resolve(path)));
  }

  /** The same for a path without links. */
  holdsReal(real: string): boolean {
    const way = relative(this.root, real);
    return this.allowsOutside || (way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way));
  }
}

/** The path without links, also of a missing file, so that an error does not show whether it exists. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    if (parent === path || links > mostLinks) return path;
    const whole = join(realPath(parent, links), basename(path));
    const target = linkTarget(whole);
    return target === undefined ? whole : realPath(resolve(dirname(whole), target), links + 1);
  }
}

/** Undefined for what is no link. */
function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
