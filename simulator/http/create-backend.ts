import { type Context, OpenAPIBackend } from "openapi-backend";
import { routes } from "../routes/routes";
import type { Store } from "../store/store";
import type { ApiRequest } from "./api";
import { Call } from "./call";
import { apiRoot, enforcedContract, formats } from "./contract";
import { Refusal } from "./refusal";

/** Routes and validates by the contract, with a handler for each operation. The store comes with each request. */
export async function createBackend(): Promise<OpenAPIBackend> {
  const backend = new OpenAPIBackend({
    definition: enforcedContract(),
    apiRoot,
    quick: true,
    // Most validators run a few times: optimizing their code costs more than it saves.
    ajvOpts: { strict: false, allErrors: true, validateSchema: false, meta: false, code: { optimize: false } },
    customizeAjv(ajv) {
      for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
      return ajv;
    },
    securityHandlers: { apiKey: companyOf },
    handlers: { unauthorizedHandler: refuseKey, validationFail: refuseRequest },
  });
  await backend.init();
  // The library lists them anew for every request, which took a third of the time of one.
  const operations = backend.router.getOperations();
  backend.router.getOperations = () => operations;
  for (const [operationId, route] of Object.entries(routes)) {
    backend.register(operationId, (context: Context, request: ApiRequest, store: Store) =>
      route(toCall(context, request, store)),
    );
  }
  return backend;
}

function companyOf(_context: Context, { headers }: ApiRequest, store: Store): string | undefined {
  const key = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return store.find("apiKeys", (one) => one.key === key)?.company;
}

/** The text is documented under `message`, and stands under `error` upstream. */
function refuseKey(_context: Context, _request: ApiRequest, store: Store): never {
  const message = "No valid api key found.";
  throw new Refusal(403, message, store.state.mode === "upstream" ? { error: message } : { message });
}

function refuseRequest({ validation }: Context): never {
  const errors = validation.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
  throw new Refusal(400, errors?.join("; ") ?? "Bad Request");
}

function toCall(
  { request, security }: Context,
  { upload, query, headers, now, baseUrl }: ApiRequest,
  store: Store,
): Call {
  const params = request.params as Record<string, string>;
  const body = (request.requestBody ?? {}) as Record<string, unknown>;
  return new Call(store, String(security.apiKey), { params, query, headers, body, upload }, now, baseUrl);
}
