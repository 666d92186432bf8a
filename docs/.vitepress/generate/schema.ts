import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders";

/** A property of the plugin's schema. */
export interface Property {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
  readonly description?: string;
  readonly secret?: boolean;
  readonly willReplaceOnChanges?: boolean;
}

type Properties = Readonly<Record<string, Property>>;

interface ObjectSchema {
  readonly properties?: Properties;
  readonly required?: readonly string[];
}

/** The parts of `provider/schema/schema.json` that pages are made of. */
interface Schema {
  readonly types: Readonly<
    Record<
      string,
      { readonly description?: string; readonly properties?: Properties; readonly enum?: { value: string }[] }
    >
  >;
  readonly resources: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly inputProperties: Properties;
        readonly requiredInputs?: readonly string[];
        readonly properties: Properties;
      }
    >
  >;
  readonly functions: Readonly<
    Record<string, { readonly description: string; readonly inputs?: ObjectSchema; readonly outputs?: ObjectSchema }>
  >;
}

/** The plugin's schema, which is generated from the definitions. */
export const schema = JSON.parse(readFileSync(join(root, "provider/schema/schema.json"), "utf8")) as Schema;

/** `Workspace` of `lumenone:index:Workspace`. */
export const nameOf = (token: string): string => token.split(":").at(-1) ?? token;
