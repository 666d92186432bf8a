import { definitionOf } from "../../../../provider/definitions/registry";
import { type Field } from "../../../../provider/lifecycle/definition/fields";
import { ConfigSecret, type ExampleValue, File, Reference } from "../program";

/** How one language writes values. */
export interface Writer {
  readonly text: (text: string) => string;
  readonly reference: (reference: Reference) => string;
  readonly secret: (secret: ConfigSecret) => string;
  readonly file: (file: File) => string;
  readonly list: (items: readonly string[]) => string;
  readonly object: (entries: readonly [key: string, value: string][]) => string;
  readonly scalar?: (value: number | boolean) => string;
}

/** A value as the language writes it. */
export function written(writer: Writer, value: ExampleValue): string {
  if (typeof value === "string") return writer.text(value);
  if (value instanceof Reference) return writer.reference(value);
  if (value instanceof ConfigSecret) return writer.secret(value);
  if (value instanceof File) return writer.file(value);
  if (typeof value !== "object") return writer.scalar?.(value) ?? String(value);
  if (Array.isArray(value)) return writer.list((value as readonly ExampleValue[]).map((item) => written(writer, item)));
  return writer.object(Object.entries(value).map(([key, inner]) => [key, written(writer, inner)]));
}

/** The field of a kind, whose type decides how its value is written. */
export const fieldOf = (kind: string, name: string): Field | undefined => definitionOf(kind).fields[name];

/** Whether a field takes an object with any keys. */
export const isFree = (field: Field | undefined): boolean => field?.typeName?.startsWith("Record") === true;

/** A text between double quotes. */
export const quoted = (text: string): string => JSON.stringify(text);

/** `OpenAiPrompt` of `openAiPrompt`. */
export const title = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** `open_ai_prompt` of `openAiPrompt`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
