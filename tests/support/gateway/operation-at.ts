import contract from "../../../simulator/generated/contract.json";

interface Place {
  readonly operationId: string;
  readonly method: string;
  readonly pattern: RegExp;
}

const places: readonly Place[] = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { operationId: string }>).map(([method, { operationId }]) => ({
    operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  })),
);

/** The operation of the contract that a request is for; undefined for a path that the contract does not have. */
export function operationAt(method: string, path: string): string | undefined {
  return places.find((place) => place.method === method && place.pattern.test(path))?.operationId;
}
