export function bodyFor(op: string, f: Record<string, unknown>): Record<string, unknown> | undefined {
  return op ? f : undefined;
}
export function fromWire(f: Record<string, unknown>): Record<string, unknown> {
  return f;
}
