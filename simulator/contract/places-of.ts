/** An operation of a document, and where it is. */
export interface Place {
  path: string;
  method: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  operation: Record<string, any>;
}

/** Returns all operations of a document. */
export function placesOf(document: { paths?: unknown }): Place[] {
  return Object.entries(document.paths as Record<string, Record<string, Place["operation"]>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}
