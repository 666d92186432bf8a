/**
 * What stands as `__provider` in the state, twice for each resource: the shortest text that finds the installed code.
 * It has to stay the same in every release, or every resource of every stack would show a change.
 */
export function providerText(kind: string): string {
  return `exports.handler = () => require("pulumi-lumenone/dynamic").handler("${kind}")`;
}
