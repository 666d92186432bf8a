/** What every request about a resource has. */
export interface ResourceRequest {
  getUrn(): string;
  getType(): string;
  getName(): string;
}

/**
 * The type of the resource, and its name in the program. Where they are not sent, the URN has them:
 * `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`.
 */
export function resourceOf(request: ResourceRequest): { type: string; name: string } {
  const [, , types = "", ...name] = request.getUrn().split("::");
  return {
    type: request.getType() || (types.split("$").at(-1) ?? ""),
    // It may hold `::` itself.
    name: request.getName() || name.join("::"),
  };
}
