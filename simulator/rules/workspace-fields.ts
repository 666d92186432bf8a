/** A field of a workspace that a request can set. */
interface FieldRule<T> {
  readonly default: T;
  /** What the server stores for a value of a request: it coerces each one to a valid value. */
  readonly coerce: (value: unknown, server: Server) => T;
}

interface Server {
  /** The value of `chatMode` when a request has none that the server knows. */
  readonly defaultChatMode: string;
  /** The words that the contract has for a field, or undefined when it can be any. */
  readonly wordsOf: (field: string) => readonly unknown[] | undefined;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
/** Other types than a string become null (upstream, mws:117-124). */
const text = (value: unknown): string | null => (typeof value === "string" ? value || null : null);

function parsed(value: unknown, parse: (text: string) => number): number | undefined {
  if (value === null || value === undefined) return undefined;
  const number = parse(asText(value));
  return Number.isFinite(number) ? number : undefined;
}

const whole = (value: unknown): number | undefined => parsed(value, (digits) => parseInt(digits, 10));
const decimal = (value: unknown): number | undefined => parsed(value, parseFloat);

const nullableText: FieldRule<string | null> = { default: null, coerce: text };
/** `none` clears a provider, but is an ordinary text for a model (upstream, mws:101-113). */
const providerName: FieldRule<string | null> = {
  default: null,
  coerce: (value) => (value === "none" ? null : text(value)),
};

const rule = <T>(given: FieldRule<T>): FieldRule<T> => given;

const wholeNumber = (initial: number, minimum: number): FieldRule<number> => ({
  default: initial,
  coerce: (value) => Math.max(minimum, whole(value) ?? initial),
});

/**
 * One of the words that the contract has for the field, or any text where it lists none.
 * @param fallback the stored value where a request has another; without it the default
 */
const word = (field: string, initial: string, fallback?: (server: Server) => string): FieldRule<string> => ({
  default: initial,
  coerce(value, server) {
    const isKnown = typeof value === "string" && (server.wordsOf(field)?.includes(value) ?? value !== "");
    return isKnown ? value : (fallback?.(server) ?? initial);
  },
});

/** All fields of a workspace that a request can set. */
const workspaceFields = {
  name: rule<string>({
    default: "My Workspace",
    coerce: (value) => (typeof value === "string" && value ? value.slice(0, 255) : "My Workspace"),
  }),
  openAiTemp: rule<number | null>({
    default: null,
    coerce(value) {
      const temperature = decimal(value);
      return temperature === undefined || temperature < 0 ? null : temperature;
    },
  }),
  openAiHistory: wholeNumber(20, 0),
  openAiPrompt: nullableText,
  similarityThreshold: rule<number>({
    default: 0.25,
    coerce: (value) => Math.min(1, Math.max(0, decimal(value) ?? 0.25)),
  }),
  topN: wholeNumber(4, 1),
  chatMode: word("chatMode", "chat", ({ defaultChatMode }) => defaultChatMode),
  chatProvider: providerName,
  chatModel: nullableText,
  agentProvider: providerName,
  agentModel: nullableText,
  queryRefusalResponse: nullableText,
  vectorSearchMode: word("vectorSearchMode", "default"),
};

type Fields = typeof workspaceFields;

/** The fields that a request can set, after coercion. */
export type WorkspaceSettings = { [Name in keyof Fields]: ReturnType<Fields[Name]["coerce"]> };

/** A workspace of which a request sets nothing. */
export const defaultWorkspace = Object.fromEntries(
  Object.entries(workspaceFields).map(([name, field]) => [name, field.default]),
) as WorkspaceSettings;

/** The writable fields of a body, coerced. Unknown keys are dropped, absent ones stay absent. */
export function coerceWorkspace(body: Record<string, unknown>, server: Server): Partial<WorkspaceSettings> {
  const names = Object.keys(body).filter((name): name is keyof Fields => Object.hasOwn(workspaceFields, name));
  return Object.fromEntries(names.map((name) => [name, workspaceFields[name].coerce(body[name], server)]));
}
