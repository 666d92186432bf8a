import { type OurSchema } from "../contract/our-schema";
import { type DocsSchema } from "../readers/docs-schema";
import { type Named } from "./pair-names";

export const ourNamed = (name: string, schema: OurSchema): Named => ({
  name,
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
