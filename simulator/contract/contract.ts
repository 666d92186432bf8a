import { dereferenceSync } from "dereference-json-schema";
import {
  type Document,
  OpenAPIRouter,
  OpenAPIValidator,
  type Operation as Described,
  type ParsedRequest,
} from "openapi-backend";
import released from "../generated/contract.json";
import { fromHex } from "../store/slugs";
import { Correction } from "./correction";
import { atReleasedPlaces } from "./at-released-places";
import { enforced } from "./enforced";
import { fieldsOf } from "./fields-of";
import { withOverlay } from "./overlay";
import type { HandlerRequest, HandlerResponse, WireRequest } from "./messages";
import { placesOf } from "./places-of";

/** An operation of the document, with its references resolved. */
type Operation = Described & {
  operationId: string;
  "x-envelope"?: string[];
  /** What is different on the wire; none in the released contract. */
  correction?: Correction;
};

/** A request whose path and method are those of an operation. */
export interface Matched {
  operation: Operation;
  request: HandlerRequest;
}

/** Lists the operations once. The library lists them for each request, which takes a third of its time. */
class Router extends OpenAPIRouter {
  private operations?: Described[];

  override getOperations(): Described[] {
    return (this.operations ??= super.getOperations());
  }
}

/** The contract of the released API. Compiling its schemas takes a second in all, so the simulators of a process share it. */
let shared: Contract | undefined;

/**
 * What the simulator knows of paths, names on the wire, places of parameters and envelopes. All of it comes from one
 * OpenAPI document, and only this folder reads that document.
 */
export class Contract {
  /** The path below which the API is, from the document's `servers`. */
  readonly root: string;
  private readonly router: Router;
  private readonly validator: OpenAPIValidator;

  private constructor(
    document: object,
    private readonly corrections?: Correction[],
    /** As it was read. */
    private readonly source: typeof released = released,
  ) {
    const { servers = [] } = document as { servers?: { url: string }[] };
    this.root = new URL(servers[0]?.url.replace("{host}", "host") ?? "http://host/").pathname;
    const definition = dereferenceSync(enforced(document as Document)) as Document;
    this.router = new Router({ definition, apiRoot: this.root });
    this.validator = new OpenAPIValidator({
      definition,
      router: this.router,
      lazyCompileValidators: true,
      // Most validators run a few times: optimizing their code costs more than it saves.
      ajvOpts: {
        strict: false,
        allErrors: true,
        validateSchema: false,
        meta: false,
        code: { optimize: false },
        formats,
      },
    });
  }

  static released(): Contract {
    return (shared ??= new Contract(released));
  }

  /** Reads the contract that an OpenAPI Overlay 1.0 file corrects. Handlers and schemas keep the released names. */
  static corrected(file: string): Contract {
    const corrected = withOverlay(released, file) as typeof released;
    return new Contract(atReleasedPlaces(corrected, released), correctionsOf(corrected), corrected);
  }

  /** Returns what is different on the wire for the operation of a request, when the contract is corrected. */
  correctionFor({ method, path }: WireRequest): Correction | undefined {
    return this.corrections?.find((correction) => correction.matches(method, this.belowRoot(path)));
  }

  /**
   * Returns the operation of a request and what its handler gets, or undefined when the API has no such path.
   * @param form the text fields of a body that is a form, when the contract is corrected
   */
  match(wire: WireRequest, form?: Record<string, string>): Matched | undefined {
    const correction = this.correctionFor(wire);
    const found = this.corrections
      ? correction && this.router.getOperation(correction.operationId)
      : this.router.matchOperation(wire);
    if (!found) return undefined;
    const operation = { ...found, ...(correction && { correction }) } as Operation;
    try {
      const request = correction?.request(wire, this.belowRoot(wire.path), form) ?? this.parse(wire, found);
      return { operation, request };
    } catch {
      return undefined; // A path with a broken percent-encoding.
    }
  }

  private parse(wire: WireRequest, operation: Described): HandlerRequest {
    const parsed = this.router.parseRequest(wire, operation) as ParsedRequest<unknown, Strings, Strings, Strings>;
    return { path: parsed.params, query: parsed.query, header: parsed.headers, body: parsed.requestBody };
  }

  /** Returns what the contract does not allow in a request, or undefined. */
  requestError(operation: Operation, { path, query, header, body }: HandlerRequest): string | undefined {
    if (typeof body === "string" && operation.requestBody) return "the body is not a JSON object";
    // The validators coerce what they are given.
    const parameters = { path: { ...path }, query: { ...query }, header: { ...header }, cookie: {} };
    const value = body === undefined ? parameters : { ...parameters, requestBody: body };
    const validators = this.validator.getRequestValidatorsForOperation(operation.operationId);
    return textOf(validators.flatMap((validate) => (validate(value) ? [] : (validate.errors ?? []))));
  }

  /** Returns what the contract does not have in a response, or undefined. */
  responseError(operation: Operation, { status, type, body }: Required<HandlerResponse>): string | undefined {
    const responses = operation.responses as Record<string, { content?: Record<string, unknown> } | undefined>;
    const response = responses[status];
    if (!response) return `the contract has no response ${status}`;
    if (!response.content?.[type]) return `the contract has no ${type} in the response ${status}`;
    if (type !== "application/json") return undefined;
    return textOf(this.validator.validateResponse(body, operation, status).errors ?? []);
  }

  /** Returns the words that a field of an operation's body can be, or undefined when it can be any. */
  wordsOf(operationId: string, field: string): readonly unknown[] | undefined {
    const place = placesOf(this.source).find(({ operation }) => operation["operationId"] === operationId);
    const body = place?.operation["requestBody"] as { content?: Record<string, { schema: Json }> } | undefined;
    const [media] = Object.values(body?.content ?? {});
    return fieldsOf(media?.schema, this.source.components.schemas).find(({ name }) => name === field)?.words;
  }

  /** Returns the path of an operation without path parameters, below the origin. */
  pathOf(operationId: string): string {
    const correction = this.corrections?.find((each) => each.operationId === operationId);
    return this.root + (correction?.path ?? this.router.getOperation(operationId)?.path ?? "");
  }

  private belowRoot(path: string): string {
    return path.startsWith(`${this.root}/`) ? path.slice(this.root.length) : "";
  }
}

/** Compares the operations of a corrected document with the released ones. Literal paths come first. */
function correctionsOf(corrected: typeof released): Correction[] {
  const before = placesOf(released);
  return placesOf(corrected)
    .flatMap((place) => {
      const old = before.find(({ operation }) => operation["operationId"] === place.operation["operationId"]);
      return old ? [new Correction(place, old, corrected.components)] : [];
    })
    .sort((one, other) => one.openness - other.openness);
}

type Json = Record<string, unknown>;
type Strings = Record<string, string>;

function textOf(errors: { instancePath: string; message?: string }[]): string | undefined {
  const texts = errors.map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
  return texts.length > 0 ? texts.join("; ") : undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** The formats of the contract. */
const formats: Record<string, (text: string) => boolean> = {
  "hex-slug": (text) => fromHex(text) !== undefined,
  slug: (text) => text.length > 0 && !text.includes("/"),
  uuid: (text) => uuid.test(text),
  "date-time": (text) => dateTime.test(text) && !Number.isNaN(Date.parse(text)),
};
