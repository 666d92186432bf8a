import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { type Field, inputFields } from "../definition/fields";
import { flawsIn } from "../definition/flaws";
import { type Problem, Problems } from "../definition/problems";
import { providerKey } from "../state/bookkeeping";
import { unknown } from "../engine/unknown";
import { normaliseField, validateField } from "../definition/validate-field";
import { type Values } from "../state/values";

/** Normalised inputs, and everything that is wrong with them. */
export interface Checked {
  inputs: Values;
  problems: Problem[];
}

/** Checks what the program declares, in preview and in `up`, before anything is written. */
export async function check(definition: Definition, given: Context, olds: Values, news: Values): Promise<Checked> {
  const context = hiding(definition, given, olds, news);
  const problems = new Problems(definition.kind);
  const inputs: Values = {};
  const fields = inputFields(definition.fields);
  const limitsOf = (name: string, { values, wire = name }: Field) => {
    const limits = context.correctedLimits?.(definition.operations.create, wire) ?? {};
    // A list that LumenOne may extend stays open.
    return values === undefined ? { ...limits, values } : limits;
  };

  for (const name of Object.keys(news)) {
    if (name === providerKey || news[name] === undefined || fields.some(([known]) => known === name)) continue;
    problems.add(
      name,
      `is not a property of ${definition.kind}`,
      `Known are ${fields.map(([known]) => known).join(", ")}.`,
    );
  }
  for (const [name, field] of fields) {
    const value = news[name];
    // An output without a value arrives as null.
    if (value === undefined || (value === null && !field.nullable)) {
      if (field.presence !== "optional") problems.add(name, "is missing", "It is required.");
      continue;
    }
    const flaws = field.hashAs === undefined ? flawsIn(name, value, (inner) => inner === unknown) : [];
    // Of a value that is right as a whole, the rules of its field say more.
    if (typeof value === "object" && flaws.length > 0) {
      for (const { path, reason, remedy } of flaws) problems.add(path, reason, remedy);
      continue;
    }
    inputs[name] = normaliseField(field, value);
    validateField(name, { ...field, ...limitsOf(name, field) }, inputs[name], problems);
  }
  if ("accountId" in definition.fields && inputs["accountId"] === undefined) {
    if (context.accountId !== undefined) inputs["accountId"] = context.accountId;
    else {
      problems.add(
        "accountId",
        "no account is given",
        "Set it for the stack (`pulumi config set lumenone:accountId UUID`, or LUMENONE_ACCOUNT_ID), or on the resource.",
      );
    }
  }
  if (problems.found.length === 0) await definition.validate?.({ context, olds, inputs, problems, given: news });
  return { inputs, problems: problems.found };
}
