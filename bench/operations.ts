/** What is measured, in the order in which it is done. */
export const operations = ["up", "preview", "change", "refresh", "import", "destroy"] as const;

/**
 * `up` makes everything, `preview` finds nothing to do, `change` is an `up` that alters one workspace, `import` takes all into
 * a second, empty stack by a file.
 */
export type Operation = (typeof operations)[number];
