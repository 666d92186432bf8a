import { h, type VNode } from "preact";
import htm from "htm";

type Template = (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** Markup as a tagged template. Values in it become text, never markup. */
export const html: Template = (htm as unknown as { bind(create: typeof h): Template }).bind(h);
