/** Entry of the host process: every state file requires `pulumi-lumenone/dynamic` and calls `handler`. */
export { handler } from "./handler";
