/** How a correction says that a host has shown it. */
export const observedMark = { "x-provenance": "observed" } as const;
