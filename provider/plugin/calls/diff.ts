import { type DiffRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { isObject } from "../../client/is-object";
import { assetIn } from "../../lifecycle/engine/asset";
import { same } from "../../lifecycle/state/same";
import { type Values } from "../../lifecycle/state/values";
import { diff as compareState } from "../../lifecycle/steps/diff";
import { managedState, plain, type Step } from "../step";
import { bagOf } from "../wire/bag";
import { holdsSecret } from "../wire/secrets";

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;
const kinds = { add: [ADD, ADD_REPLACE], delete: [DELETE, DELETE_REPLACE], update: [UPDATE, UPDATE_REPLACE] } as const;

/** Where and how two values differ. */
type Change = readonly [path: string, kind: keyof typeof kinds];

/** The changes that an `up` would make to one resource, each with its path. Makes no request. */
export function diff(request: DiffRequest, { definition, context, secrets }: Step): DiffResponse {
  const state = bagOf(request.getOlds());
  const sent = bagOf(request.getNews());
  const olds = managedState(state, bagOf(request.getOldInputs()));
  // Check always writes the account into the inputs. Those of an import have not been checked yet.
  const news: Values = { accountId: olds["accountId"], ...plain(sent) };
  const found = compareState(definition, context, request.getId(), olds, news);
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const changed = [...new Set([...found.changed, ...found.incomplete])];
  const response = new DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(changed)
    .setReplacesList(found.replaces)
    .setDeletebeforereplace(found.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const details = response.getDetaileddiffMap();
  for (const name of changed) {
    // The keys inside a secret are part of it.
    const isSecret = secrets.has(name) || holdsSecret(state[name]) || holdsSecret(sent[name]);
    const all = changesIn(name, olds[name], news[name]);
    for (const [path, kind] of isSecret || all.length === 0 ? [changeOf(name, olds[name], news[name])] : all) {
      details.set(path, new PropertyDiff().setKind(kinds[kind][found.replaces.includes(name) ? 1 : 0]));
    }
  }
  return response;
}

function changeOf(path: string, old: unknown, now: unknown): Change {
  if (old === undefined) return [path, "add"];
  return [path, now === undefined ? "delete" : "update"];
}

/** Where two values differ, as the engine writes paths: `voice.voiceId`, `config["retry-after"]`, `fallbackVoices[1]`. */
function changesIn(path: string, old: unknown, now: unknown): Change[] {
  if (isObject(old) && isObject(now) && !assetIn(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => changesIn(pathOf(path, key), valueAt(old, key), valueAt(now, key)));
  }
  if (Array.isArray(old) && Array.isArray(now)) {
    const indexes = [...(old.length > now.length ? old : now).keys()];
    return indexes.flatMap((index) => changesIn(`${path}[${index}]`, old[index], now[index]));
  }
  return same(old, now) ? [] : [changeOf(path, old, now)];
}

function pathOf(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function valueAt(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
