/** Where an operation is once a parameter of its path is sent elsewhere: a path that is nobody else's. */
export function movedPath(operationId: string, path: string, name: string): string {
  const rest = [...path.matchAll(/\{[^}]+\}/g)].map(([placeholder]) => `/${placeholder}`);
  return `/moved-${operationId.toLowerCase()}${rest.filter((one) => one !== `/{${name}}`).join("")}`;
}

/** Whether some URL could be meant by both paths. */
export function overlap(one: string, other: string): boolean {
  const [left, right] = [one.split("/"), other.split("/")];
  const isOpen = (segment: string | undefined) => segment?.startsWith("{") === true;
  return (
    left.length === right.length &&
    left.every((segment, at) => segment === right[at] || isOpen(segment) || isOpen(right[at]))
  );
}
