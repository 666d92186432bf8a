import { assetIn } from "../engine/asset";
import { type Values } from "../state/values";

interface Declared {
  readonly kind: string;
  /** Names it among all that the process deals with. */
  readonly key: string;
  readonly id: string;
}

/**
 * What this process replaces, as far as the steps of the engine show: a diff says what the program wants of an object, and
 * a create with the same inputs replaces it. With `--replace` there is no diff; then the two look alike.
 *
 * The engine deletes what was replaced last of all, and does not ask whether everything that depends on it has moved: with
 * `--target` or `--exclude` it has not.
 */
export class Replacements {
  private readonly declared = new Set<string>();
  /** By what the program wants of them. */
  private readonly wanted = new Map<string, Declared[]>();
  private readonly moved = new Set<string>();
  private readonly replaced = new Set<string>();
  private readonly turns = new Set<string>();
  private readonly left = new Set<string>();

  /**
   * A diff shows that the program still declares an object.
   * @param turn distinguishes objects that look alike
   * @param insteadOf id of the one in whose place this one was made
   */
  declare(object: Declared, turn: string, wanted: Values, insteadOf: string | undefined): void {
    this.turns.add(turn);
    // Its account is not known any more.
    if (insteadOf !== undefined) this.replaced.add(`${object.kind} ${insteadOf}`);
    this.declared.add(object.key);
    const want = wantOf(object.kind, wanted);
    const others = (this.wanted.get(want) ?? []).filter(({ key }) => key !== object.key);
    this.wanted.set(want, [...others, object]);
  }

  /**
   * A create has made an object.
   * @returns the id of the one that it was made in place of, where a diff reported that
   */
  made(kind: string, turn: string, inputs: Values): string | undefined {
    this.turns.add(turn);
    const other = this.wanted.get(wantOf(kind, inputs))?.shift();
    if (!other) return undefined;
    this.moved.add(other.key);
    return other.id;
  }

  /** A resource of a kind that LumenOne cannot delete has left the state. */
  leave(key: string): void {
    this.left.add(key);
  }

  /** Whether an object that is to be deleted has been replaced, or is to be. */
  isReplaced({ kind, key, id }: Declared, turn: string): boolean {
    return this.declared.has(key) || this.replaced.has(`${kind} ${id}`) || this.turns.has(turn);
  }

  /** Whether the resource of an object no longer needs it. */
  hasMoved({ kind, key, id }: Declared): boolean {
    return this.left.has(key) || this.moved.has(key) || this.replaced.has(`${kind} ${id}`);
  }
}

/** A diff receives only the hash of a file. */
function wantOf(kind: string, inputs: Values): string {
  const names = Object.keys(inputs).filter((name) => inputs[name] !== undefined);
  return JSON.stringify([kind, names.sort().map((name) => [name, assetIn(inputs[name])?.hash ?? inputs[name]])]);
}
