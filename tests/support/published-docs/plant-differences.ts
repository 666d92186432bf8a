import { pick, type Random, seeded } from "../seeded";
import { inlined, type Json, operationsOf, type PlainApi, plainApi, type PlainOperation, resolve } from "./plain-api";

/** An API that differs from the contract, and every fact that `doctor --docs` has to name for that. */
export interface Planted {
  readonly api: PlainApi;
  /** As `createOrganization path`. */
  readonly differences: readonly string[];
}

type Plant = (api: PlainApi, random: Random, claim: (key: string) => boolean) => string[];

/** Marks a field with what it is called in the contract. */
const was = "x-test-was";

/** Plants one to six differences that follow from the seed. */
export function plantDifferences(seed: number): Planted {
  const random = seeded(seed);
  const api = plainApi();
  const claimed = new Set<string>();
  // One at a place: nobody could distinguish two at once.
  const claim = (key: string) => !claimed.has(key) && claimed.add(key) !== undefined;
  const differences: string[] = [];
  const count = 1 + Math.floor(random() * 6);
  for (let tries = 0; tries < count * 3 && differences.length < count; tries++) {
    differences.push(...pick(random, plants)(api, random, claim));
  }
  return { api, differences: [...differences, ...renamedFields(api)].sort() };
}

const anyOperation = (api: PlainApi, random: Random) => pick(random, operationsOf(api));

const movePath: Plant = (api, random, claim) => {
  const [path, method, operation] = anyOperation(api, random);
  if (!claim(`path ${operation.operationId}`)) return [];
  delete api.paths[path]![method];
  if (Object.keys(api.paths[path]!).length === 0) delete api.paths[path];
  const moved = `/moved/${operation.operationId.toLowerCase()}${[...path.matchAll(/\{[^}]*\}/g)].map(([name]) => `/${name}`).join("")}`;
  api.paths[moved] = { [method]: operation };
  return [`${operation.operationId} path`];
};

const changeMethod: Plant = (api, random, claim) => {
  const [path, method, operation] = anyOperation(api, random);
  const other = pick(
    random,
    ["get", "post", "put", "patch", "delete"].filter((each) => each !== method),
  );
  if (api.paths[path]![other] || !claim(`path ${operation.operationId}`)) return [];
  delete api.paths[path]![method];
  api.paths[path]![other] = operation;
  return [`${operation.operationId} method`];
};

const renameParameter: Plant = (api, random, claim) => {
  const name = pick(random, Object.keys(api.components.parameters));
  const parameter = api.components.parameters[name]!;
  if (parameter["in"] === "path" || !claim(`parameter ${name}`)) return [];
  // Those of one operation must differ in their types.
  if (["After", "Before"].includes(name) && !claim("dates")) return [];
  const old = parameter["name"] as string;
  parameter["name"] = `${old === "X-Account-Id" ? "X-Tenant" : "new"}-${Math.floor(random() * 1000)}`;
  return using(api, name).map(({ operationId }) => `${operationId} parameters.${old}: name`);
};

const renameParameterOnce: Plant = (api, random, claim) => {
  const [, , operation] = anyOperation(api, random);
  const parameters = operation.parameters ?? [];
  const index = parameters.findIndex((each) => resolve(api, each)["in"] === "query");
  if (index < 0) return [];
  const name = (parameters[index]!["$ref"] as string).split("/").at(-1)!;
  if (!claim(`parameter ${name}`) || (name === "Before" && !claim("dates"))) return [];
  const copy = structuredClone(resolve(api, parameters[index]!));
  const old = copy["name"] as string;
  copy["name"] = `${old}Only`;
  parameters[index] = copy;
  return [`${operation.operationId} parameters.${old}: name`];
};

const moveAccount: Plant = (api, _random, claim) => {
  if (!claim("parameter AccountId") || !claim("parameter OptionalAccountId")) return [];
  const parameter = api.components.parameters["AccountId"]!;
  parameter["in"] = "query";
  return using(api, "AccountId").map(({ operationId }) => `${operationId} parameters.X-Account-Id: in`);
};

const moveIntoBody: Plant = (api, random, claim) => {
  const name = pick(random, ["OrgSlug", "WorkspaceSlug"]);
  const withBody = operationsOf(api).filter(
    ([path, , operation]) =>
      operation.requestBody?.content["application/json"] &&
      operation.parameters?.some((each) => each["$ref"] === `#/components/parameters/${name}`) &&
      path.includes(`{${api.components.parameters[name]!["name"] as string}}`),
  );
  if (withBody.length === 0) return [];
  const [path, method, operation] = pick(random, withBody);
  if (!claim(`path ${operation.operationId}`)) return [];
  const parameter = api.components.parameters[name]!;
  const field = parameter["name"] as string;
  const body = operation.requestBody!.content["application/json"]!;
  body.schema = {
    allOf: [body.schema, { type: "object", required: [field], properties: { [field]: { type: "string" } } }],
  };
  operation.parameters = operation.parameters!.filter((each) => each["$ref"] !== `#/components/parameters/${name}`);
  delete api.paths[path]![method];
  const moved = path.replace(`/{${field}}`, "");
  if (api.paths[moved]?.[method]) {
    api.paths[`${moved}/moved`] = { ...api.paths[`${moved}/moved`], [method]: operation };
  } else api.paths[moved] = { ...api.paths[moved], [method]: operation };
  return [`${operation.operationId} path`, `${operation.operationId} parameters.${field}: in`];
};

const changeEnvelope: Plant = (api, random, claim) => {
  const [, , operation] = anyOperation(api, random);
  const [key] = (operation["x-envelope"] as string[] | undefined) ?? [];
  const good = operation.responses["200"]!;
  const schema = inlined(
    api,
    (good["content"] as Record<string, { schema: Json }> | undefined)?.["application/json"]?.schema,
  );
  if (key === undefined || !schema || !claim(`envelope ${operation.operationId}`)) return [];
  const { [key]: entity, ...beside } = schema["properties"] as Json;
  const kind = random();
  const changed =
    kind < 0.4
      ? { type: "object", properties: { result: entity, ...beside } }
      : kind < 0.7
        ? { type: "object", properties: { data: { type: "object", properties: { things: entity } } } }
        : (entity as Json);
  good["content"] = { "application/json": { schema: changed } };
  return [`${operation.operationId} envelope`];
};

const addToEnum: Plant = (api, _random, claim) => {
  if (!claim("parameter NumberRequestStatus")) return [];
  const schema = api.components.parameters["NumberRequestStatus"]!["schema"] as { enum: string[] };
  schema.enum.push("archived");
  return ["listNumberRequests parameters.status: enum"];
};

const changeLimit: Plant = (api, random, claim) => {
  const key = pick(random, ["maximum", "default"]);
  if (!claim(`limit ${key}`)) return [];
  (api.components.parameters["Limit"]!["schema"] as Json)[key] = key === "maximum" ? 100 : 10;
  return using(api, "Limit").map(({ operationId }) => `${operationId} parameters.limit: ${key}`);
};

const changeBodyType: Plant = (api, random, claim) => {
  const [, , operation] = anyOperation(api, random);
  const content = operation.requestBody?.content;
  const media = content?.["application/json"];
  if (!media || !claim(`body ${operation.operationId}`)) return [];
  operation.requestBody!.content = {
    [pick(random, ["multipart/form-data", "application/x-www-form-urlencoded"])]: media,
  };
  return [`${operation.operationId} body: type`];
};

const changeStatus: Plant = (api, random, claim) => {
  const [, , operation] = anyOperation(api, random);
  if (operation.responses["207"] || !claim(`status ${operation.operationId}`)) return [];
  const { "200": good, ...others } = operation.responses;
  operation.responses = { "201": good!, ...others };
  return [`${operation.operationId} status: success`];
};

const requireParameter: Plant = (api, _random, claim) => {
  if (!claim("parameter CallLogWorkspace")) return [];
  api.components.parameters["CallLogWorkspace"]!["required"] = true;
  return ["listCallLogs parameters.workspace_slug: required"];
};

/** Schemas whose fields end up in one object. */
const families: readonly (readonly string[])[] = [["WorkspaceSettings", "PartialWorkspace", "WorkspaceUpdate"]];
const familyOf = (name: string) => families.find((family) => family.includes(name))?.[0] ?? name;

const renameField: Plant = (api, random, claim) => {
  const name = pick(
    random,
    Object.keys(api.components.schemas).filter((each) => !["Error", "InvalidAPIKey", "Result"].includes(each)),
  );
  const properties = propertiesOf(api.components.schemas[name]!);
  if (!properties || !claim(`schema ${familyOf(name)}`)) return [];
  const field = pick(
    random,
    Object.keys(properties).filter((each) => !envelopeKeys(api).has(each)),
  );
  return rename(properties, field, `${field}${pick(random, ["_renamed", "New", "Id"])}`);
};

const renameFieldOnce: Plant = (api, random, claim) => {
  const [, , operation] = anyOperation(api, random);
  const isRequest = random() < 0.5;
  const schema = isRequest
    ? operation.requestBody?.content["application/json"]?.schema
    : (operation.responses["200"]?.["content"] as Record<string, { schema: Json }> | undefined)?.["application/json"]
        ?.schema;
  const [key] = (operation["x-envelope"] as string[] | undefined) ?? [];
  if (!schema) return [];
  const copy = inlined(api, schema);
  const entity = isRequest || key === undefined ? copy : (copy["properties"] as Record<string, Json>)[key]!;
  const object = (entity["items"] ?? entity) as Json;
  const properties = propertiesOf(object);
  if (!properties || Object.keys(properties).length === 0 || !claim(`once ${operation.operationId} ${isRequest}`))
    return [];
  // The whole of a family changes, or one operation.
  if (!claim(`schema ${familyOf(nameOf(schema, key))}`)) return [];
  for (const name of Object.keys(schema)) delete schema[name];
  Object.assign(schema, copy);
  return rename(properties, pick(random, Object.keys(properties)), "renamedHere");
};

const plants: readonly Plant[] = [
  movePath,
  changeMethod,
  renameParameter,
  renameParameterOnce,
  moveAccount,
  moveIntoBody,
  changeEnvelope,
  addToEnum,
  changeLimit,
  changeBodyType,
  changeStatus,
  requireParameter,
  renameField,
  renameField,
  renameFieldOnce,
];

function using(api: PlainApi, parameter: string): PlainOperation[] {
  return operationsOf(api)
    .map(([, , operation]) => operation)
    .filter(({ parameters = [] }) =>
      parameters.some((each) => each["$ref"] === `#/components/parameters/${parameter}`),
    );
}

function envelopeKeys(api: PlainApi): Set<string> {
  return new Set(
    operationsOf(api).flatMap(([, , operation]) => (operation["x-envelope"] as string[] | undefined) ?? []),
  );
}

function nameOf(schema: Json, key: string | undefined): string {
  const inner =
    key === undefined ? schema : ((schema["properties"] as Record<string, Json> | undefined)?.[key] ?? schema);
  const reference = JSON.stringify(inner).match(/#\/components\/schemas\/(\w+)/)?.[1] ?? "";
  return reference.startsWith("Workspace") || reference === "PartialWorkspace" ? "WorkspaceSettings" : reference;
}

function propertiesOf(schema: Json): Json | undefined {
  const parts = [
    schema,
    ...((schema["allOf"] as Json[] | undefined) ?? []),
    ...((schema["oneOf"] as Json[] | undefined) ?? []),
  ];
  return parts.map((part) => part["properties"] as Json | undefined).find((properties) => properties !== undefined);
}

function rename(properties: Json, field: string, name: string): string[] {
  const entries = Object.entries(properties).map(([key, value]) => [key === field ? name : key, value] as const);
  for (const key of Object.keys(properties)) delete properties[key];
  Object.assign(properties, Object.fromEntries(entries));
  properties[name] = { ...(properties[name] as Json), [was]: field };
  return [];
}

/** The facts of renamed fields, at each operation that shows one. */
function renamedFields(api: PlainApi): string[] {
  return operationsOf(api).flatMap(([, , operation]) => {
    const bodies = Object.values(operation.requestBody?.content ?? {}).map(({ schema }) =>
      marked(inlined(api, schema), "body"),
    );
    const key = ((operation["x-envelope"] as string[] | undefined) ?? [])[0];
    const label = `response${key === undefined ? "" : `.${key}`}${operation["x-list"] ? "[]" : ""}`;
    const good = inlined(api, operation.responses["200"] ?? operation.responses["201"]!);
    const schema = (good["content"] as Record<string, { schema: Json }> | undefined)?.["application/json"]?.schema;
    const response = schema ? marked(entityOf(schema, key), label) : [];
    const facts = new Set([...bodies.flat(), ...response].map((fact) => `${operation.operationId} ${fact}: name`));
    return [...facts];
  });
}

function entityOf(schema: Json, key: string | undefined): Json {
  const properties = (schema["properties"] ?? {}) as Record<string, Json>;
  const data = properties["data"]?.["properties"] as Record<string, Json> | undefined;
  return key === undefined ? schema : (properties[key] ?? properties["result"] ?? data?.["things"] ?? schema);
}

function marked(schema: Json, label: string): string[] {
  const inner = ["items", "additionalProperties"].flatMap((key) =>
    typeof schema[key] === "object" ? marked(schema[key] as Json, label) : [],
  );
  const parts = [...((schema["allOf"] as Json[]) ?? []), ...((schema["oneOf"] as Json[]) ?? [])];
  const fields = Object.entries((schema["properties"] ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
    const old = property[was] as string | undefined;
    const at = `${label}.${old ?? name}`;
    return [...(old === undefined ? [] : [at]), ...marked(property, at)];
  });
  return [...fields, ...inner, ...parts.flatMap((part) => marked(part, label))];
}
