import { type DiffRequest, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { type Values } from "../../lifecycle/state/values";
import { diff as compareState } from "../../lifecycle/steps/diff";
import { type ChangeKind, changedPaths } from "../changed-paths";
import { managedState } from "../managed-state";
import { plain, type Step } from "../step";
import { bagOf } from "../wire/bag";
import { holdsSecret } from "../wire/secrets";

/** The changes that an `up` would make to one resource, each with its path. Makes no request. */
export function diff(request: DiffRequest, { definition, context, secrets }: Step): DiffResponse {
  const state = bagOf(request.getOlds());
  const sent = bagOf(request.getNews());
  const olds = managedState(plain(state), bagOf(request.getOldInputs()));
  // Check always writes the account into the inputs. Those of an import have not been checked yet.
  const news: Values = { accountId: olds["accountId"], ...plain(sent) };
  const found = compareState(definition, context, request.getId(), olds, news);
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const changed = [...new Set([...found.changed, ...found.incomplete])];
  const response = new DiffResponse();
  response.setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList(changed);
  response.setReplacesList(found.replaces);
  response.setDeletebeforereplace(found.deleteBeforeReplace);
  response.setHasdetaileddiff(true);
  const details = response.getDetaileddiffMap();
  for (const name of changed) {
    // The keys inside a secret are part of it.
    const isSecret = secrets.has(name) || holdsSecret(state[name]) || holdsSecret(sent[name]);
    const all = changedPaths(name, olds[name], news[name]);
    const paths = isSecret || all.length === 0 ? [[name, kindOf(olds[name], news[name])] as const] : all;
    for (const [path, kind] of paths) {
      const detail = new PropertyDiff();
      detail.setKind(kinds[kind][found.replaces.includes(name) ? 1 : 0]);
      details.set(path, detail);
    }
  }
  return response;
}

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;
const kinds = {
  add: [ADD, ADD_REPLACE],
  delete: [DELETE, DELETE_REPLACE],
  update: [UPDATE, UPDATE_REPLACE],
} as const satisfies Record<ChangeKind, readonly [PropertyDiff.Kind, PropertyDiff.Kind]>;

function kindOf(old: unknown, now: unknown): ChangeKind {
  if (old === undefined) return "add";
  return now === undefined ? "delete" : "update";
}
