import { type OurSchema, partFor, type SchemaPart } from "../contract/our-schema";
import { jsonPath } from "../json-path";
import { type DocsSchema } from "../readers/docs-schema";
import { type Named } from "./pair-names";
import { type Renames } from "./renames";

export const ourNamed = (
  name: string,
  { schema, parts }: { schema: OurSchema; parts: readonly SchemaPart[] },
  renames: Renames,
): Named => ({
  name,
  elsewhere: renames.get(jsonPath(partFor(parts, "x-wire-name")?.path ?? [])),
  types: schema.types,
  format: schema.format,
  enum: schema.enum,
  inside: schema.entity.fields.map(({ wireName }) => wireName),
});

export const docsNamed = (name: string, schema: DocsSchema): Named => ({
  name,
  types: schema.types,
  format: schema.format,
  enum: schema.enum,
  inside: [...(schema.entityFields?.keys() ?? [])],
});
