import { typeOf } from "../host";
import { type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { defaultFolder } from "../../../provider/definitions/document/docpath";
import { type Field, remoteValue } from "../../../provider/lifecycle/definition/fields";
import { remoteOf, remotesOfKind } from "../scenarios/remote";
import { sha256 } from "../sample-files";
import { type TestStack } from "../stack";
import { type Known } from "./disturb";
import { type Declared, type Kind, type Model } from "./model";

const prefix = typeOf("");
const named = ["Organization", "Workspace", "OrganizationTool", "Folder"];
/** LumenOne cannot delete these: a voice assistant stays with its workspace, the others for good. */
const lasting = ["VoiceConfig", "Account", "NumberRequest"];

/** How many there are of a kind. An upload makes the default folder, which is nobody's. */
export function countOf(simulator: Simulator, kind: string): number {
  return remotesOfKind(simulator, kind).filter(({ name }) => kind !== "Folder" || name !== defaultFolder).length;
}

/**
 * State, LumenOne and model say the same: each declared resource is in the state, its object is at LumenOne once, with
 * every declared value, and there is no other.
 * @returns the resources with their ids
 */
export async function expectAgreement(
  stack: TestStack,
  simulator: Simulator,
  model: Model,
  atStart: Readonly<Record<string, number>>,
): Promise<Known[]> {
  const { resources = [] } = await stack.export();
  const ours = resources.filter(({ type }) => type.startsWith(prefix));
  const known = ours.map(({ urn, type, id = "" }) => ({
    kind: type.slice(prefix.length) as Kind,
    name: urn.slice(urn.lastIndexOf("::") + 2),
    id,
  }));
  const keys = (all: readonly { kind: string; name: string }[]) =>
    all.map(({ kind, name }) => `${kind} ${name}`).sort();
  expect(keys(known)).toEqual(keys(model));
  for (const { kind, name, id } of known) {
    const { settings, defaults } = model.find((one) => one.name === name) as Declared;
    const { source, ...plain } = settings;
    const wanted: Record<string, unknown> = { ...defaults, ...plain, ...(named.includes(kind) ? { name } : {}) };
    const remote: Record<string, unknown> = remoteOf(simulator, kind, id) ?? {};
    const fields = definitionOf(kind).fields as Record<string, Field>;
    const has = Object.keys(wanted).map((field) => [field, remoteValue(remote, field, fields[field] as Field)]);
    expect([kind, name, Object.fromEntries(has)]).toEqual([kind, name, wanted]);
    expect([kind, name, remote.id]).toEqual([kind, name, expect.anything()]);
    if (typeof source === "string") expect([name, remote["sha256"]]).toEqual([name, sha256(source)]);
  }
  for (const [kind, before] of Object.entries(atStart)) {
    const count = countOf(simulator, kind) - before;
    const declared = model.filter((one) => one.kind === kind).length;
    if (lasting.includes(kind)) expect(count).toBeGreaterThanOrEqual(declared);
    else expect([kind, count]).toEqual([kind, declared]);
  }
  return known.map((one) => ({
    ...one,
    settings: Object.keys(model.find(({ name }) => name === one.name)?.settings ?? {}),
  }));
}
