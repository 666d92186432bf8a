import { compiledCodeFolder } from "../compiled-code/compiled-code-folder";

/**
 * Lets the processes that a command starts (Pulumi's programs and providers, workers of a fleet) keep their compiled code for
 * the next start. NODE_COMPILE_CACHE is another folder; NODE_DISABLE_COMPILE_CACHE=1 switches it off. Node before 22.1
 * ignores both.
 */
export function keepCompiledCode(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment["NODE_COMPILE_CACHE"]) return;
  const folder = compiledCodeFolder(environment);
  if (folder !== undefined) environment["NODE_COMPILE_CACHE"] = folder;
}
