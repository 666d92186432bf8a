import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { fieldsOfId } from "../object/identity";
import { fieldsBefore } from "../object/import-id";
import { listAll } from "../object/listing";
import { look } from "../object/look";
import { Subject } from "../object/subject";
import { type Values } from "../state/values";

/** An object that could be imported. */
export interface Importable {
  /** What `pulumi import` takes. */
  readonly id: string;
  readonly name: string;
}

/**
 * Every object of a kind in the provider's account, parent by parent.
 * @param query values of fields that say what the objects lie in, such as `organization`. Default: everything
 * @throws {ApiError} LumenOne could not be asked
 */
export async function* listObjects(
  definition: Definition,
  context: Context,
  query: Values = {},
): AsyncGenerator<Importable> {
  for await (const subject of subjectsOf(definition, context, query)) {
    const before = fieldsBefore(definition).map((field) => String(subject.values[field]));
    const name = subject.values["name"];
    yield { id: [...before, subject.id].join("/"), name: typeof name === "string" ? name : subject.id };
  }
}

async function* subjectsOf(definition: Definition, context: Context, query: Values): AsyncGenerator<Subject> {
  for await (const values of parentsOf(definition, context, query)) {
    const subject = new Subject(definition, context, values);
    if (definition.operations.list) {
      for (const item of await listAll(subject)) {
        const { name } = item;
        yield new Subject(definition, context, { ...values, name }, subject.idOf(item));
      }
    } else {
      // Its parent has one such object, or none.
      const only = subject.at(subject.ownId);
      if ("object" in (await look(only))) yield only;
    }
  }
}

/** The fields that name each parent. */
async function* parentsOf({ parent }: Definition, context: Context, query: Values): AsyncGenerator<Values> {
  if (!parent) {
    yield {};
    return;
  }
  const { field, definition } = parent;
  const asked = query[field];
  if (typeof asked === "string") {
    yield { [field]: asked };
    return;
  }
  for await (const { id } of subjectsOf(definition, context, query)) {
    yield { ...fieldsOfId(definition, id), [field]: id };
  }
}
