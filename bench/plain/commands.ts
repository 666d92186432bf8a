/** The commands that are measured, in the order in which they are done. */
export const commands = ["up", "preview", "refresh", "destroy"] as const;
export type Command = (typeof commands)[number];
