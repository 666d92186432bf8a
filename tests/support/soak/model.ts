import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { type Program } from "../stack";

/** Every kind, parents before children. */
export const kindsInOrder = [
  "Account",
  "Organization",
  "Workspace",
  "OrganizationTool",
  "Folder",
  "Document",
  "ToolAttachment",
  "VoiceConfig",
  "NumberRequest",
  "DocumentEmbedding",
] as const;

export type Kind = (typeof kindsInOrder)[number];

/** One resource as a random program declares it. */
export interface Declared {
  readonly kind: Kind;
  /** Logical name, unique among all kinds. */
  name: string;
  /** A name that it had in the state before, so that the engine keeps it. */
  alias?: string;
  /** What it is declared below: logical names by the arg that takes them. */
  readonly parents: Readonly<Record<string, string>>;
  /** Settings that the program gives; the `source` of a document is its text. */
  readonly settings: Record<string, unknown>;
  /** Settings that it gave once and dropped, and what LumenOne has to have now. */
  readonly defaults: Record<string, unknown>;
}

/** What a random program declares; parents come before children. */
export type Model = Declared[];

type AnyClass = new (
  name: string,
  args: Record<string, unknown>,
  options: pulumi.CustomResourceOptions,
) => pulumi.CustomResource;

/** The program that declares a model. */
export function programOf(model: Model): Program {
  return () => {
    const made = new Map<string, pulumi.CustomResource>();
    for (const { kind, name, alias, parents, settings } of model) {
      const above = Object.fromEntries(Object.entries(parents).map(([arg, parent]) => [arg, made.get(parent)]));
      const Class = lumenone[kind] as unknown as AnyClass;
      const aliases = alias === undefined ? [] : [{ name: alias }];
      const { source } = settings;
      const file = typeof source === "string" ? { source: new pulumi.asset.StringAsset(source) } : {};
      made.set(name, new Class(name, { ...above, ...settings, ...file }, { aliases }));
    }
  };
}

/** A resource and all that is declared below it. */
export function withChildren(model: Model, { name }: Declared): Declared[] {
  const below = model.filter(({ parents }) => Object.values(parents).includes(name));
  return [...model.filter((one) => one.name === name), ...below.flatMap((child) => withChildren(model, child))];
}
