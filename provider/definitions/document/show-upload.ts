import { type Subject } from "../../lifecycle/object/subject";
import { type HashedFile } from "./hashed-file";

const megabyte = 1_000_000;
/** In milliseconds. */
const interval = 1000;

/**
 * Shows each second how much of a file has been sent. Files below 1 MB are sent at once, and show nothing.
 * @returns stops it, and shows the end where the beginning was shown
 */
export function showUpload({ context, label }: Subject, file: HashedFile): () => void {
  if (file.size !== undefined && file.size < megabyte) return () => undefined;
  let shown = "";
  const show = () => {
    const progress = progressOf(file);
    if (file.sent === 0 || progress === shown) return;
    shown = progress;
    // The file's name may be a secret.
    context.status(`${label}: ${progress}`);
  };
  const timer = setInterval(show, interval);
  timer.unref();
  return () => {
    clearInterval(timer);
    // The last message stays beside the resource.
    if (shown !== "") show();
  };
}

function progressOf({ sent, size }: HashedFile): string {
  return size === undefined ? `${megabytes(sent)} MB sent` : `${megabytes(sent)} of ${megabytes(size)} MB sent`;
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}
