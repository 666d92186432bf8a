import * as path from "node:path";
import { isObject } from "../../client/is-object";
import { type Values } from "../state/values";

/** Marks an asset in the plain JSON of Pulumi's provider protocol, as `unknown` marks a value that is not known yet. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
/** The value of that key which marks a file. */
export const assetSignature = "c44067f5952c0a294b673a41bacd8c17";

/** The value of that key which marks an envelope around a secret. */
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** A file as the engine hands it over. Steps that do not send it get the hash alone. */
export interface Asset {
  /** SHA-256 of the content, in hex. */
  readonly hash: string;
  readonly path?: string;
  readonly text?: string;
  readonly uri?: string;
}

/** The asset in this place, or undefined when something else is there. */
export function assetIn(value: unknown): Asset | undefined {
  if (!isObject(value) || value[signatureKey] !== assetSignature || typeof value["hash"] !== "string") return undefined;
  const { hash, path, text, uri } = value;
  return {
    hash,
    ...(typeof path === "string" && { path }),
    ...(typeof text === "string" && { text }),
    ...(typeof uri === "string" && { uri }),
  };
}

/** An asset of which only the hash is known, as `diff` and `read` see it. */
export function assetOfHash(hash: string): Values {
  return { [signatureKey]: assetSignature, hash };
}

/** An asset at this path, as the engine hands it over. */
export function assetAt(path: string, hash: string): Values {
  return { ...assetOfHash(hash), path };
}

/** The name of a file: the last segment of its path or URL. */
export function fileNameOf({ path: file, uri }: Asset): string {
  if (file !== undefined) return path.basename(file);
  const last = uri === undefined ? "" : (new URL(uri).pathname.split("/").at(-1) ?? "");
  return decoded(last) || "document.txt";
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
