import { type OperationId, type OperationOverride } from "../../client/contract/contract";

/** Words that APIs of this kind use for the same thing, where one is not the plural of the other. */
const synonyms: readonly (readonly string[])[] = [
  ["org", "organization"],
  ["voice-integration", "voice", "voice-assistant", "voice-config"],
  ["whatsapp-integration", "whatsapp"],
  ["call-logs", "calls"],
  ["numbers", "phone-numbers"],
  ["catalog", "catalogue"],
  ["auth", "auth/verify", "verify"],
  ["new", "create"],
  ["update", "edit"],
];

const most = 60;

/** Paths where an operation may be instead, the likeliest first: one word changed, then two. */
export function otherPaths(operationId: OperationId, path: string): string[] {
  const once = changed(operationId, path.split("/").slice(1));
  const twice = once.flatMap((parts) => changed(operationId, parts));
  const paths = [...once, ...twice].map((parts) => `/${parts.join("/")}`);
  return [...new Set(paths)].filter((other) => other !== path).slice(0, most);
}

function changed(operationId: OperationId, segments: readonly string[]): string[][] {
  const last = segments.findLastIndex((segment) => !segment.startsWith("{"));
  // The last word is the one that names the operation, and the one that is guessed wrong most often.
  return [...segments.entries()].reverse().flatMap(([index, word]) => {
    if (word.startsWith("{")) return [];
    const others = index === last ? [...likeWords(word), ...namesOf(operationId, segments, index)] : likeWords(word);
    const different = [...new Set(others)].filter((other) => other !== word);
    return different.map((other) => segments.with(index, other));
  });
}

/** The word in singular and plural, its synonyms, and the spellings of each of them in paths. */
function likeWords(word: string): string[] {
  const other = otherNumber(word);
  const same = synonyms.find((list) => list.includes(word) || list.includes(other)) ?? [];
  return [other, ...same.flatMap((one) => [one, otherNumber(one)])].flatMap(spellings);
}

/** The names of the thing in the contract: in its operation, and with its parent in front (`organization-tools`). */
function namesOf(operationId: OperationId, segments: readonly string[], index: number): string[] {
  const word = segments[index] ?? "";
  const parent = segments.slice(0, index).findLast((segment) => !segment.startsWith("{"));
  const prefixed = parent === undefined ? [] : ["organization", "workspace", parent].map((one) => `${one}-${word}`);
  const [, ...nouns] = operationId
    .replace(/([A-Z])/g, "-$1")
    .toLowerCase()
    .split("-");
  const named = nouns.flatMap((_, at) => [nouns.slice(at).join("-"), nouns.slice(0, nouns.length - at).join("-")]);
  const names = [...prefixed.filter((one) => isAbout(one, operationId)), ...named];
  return names.flatMap((one) => [...spellings(one), otherNumber(one)]);
}

/** `workspace-tools` cannot name a part of an organization. */
function isAbout(name: string, operationId: OperationId): boolean {
  const others = ["organization", "workspace"].filter((one) => !name.startsWith(`${one}-`));
  return !others.some((one) => operationId.toLowerCase().includes(one));
}

/** The plural of a singular, and the other way round. */
const otherNumber = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : `${word}s`);

/** kebab-case, snake_case and camelCase. */
function spellings(word: string): string[] {
  if (!word.includes("-")) return [word];
  return [word, word.replaceAll("-", "_"), word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

/** Other methods for a write, then other paths. */
export function otherWrites(operationId: OperationId, { method, path }: OperationOverride): OperationOverride[] {
  const base = path.replace(/\/(?:update|new)$/, "");
  const methods = method === "delete" ? [] : ["post", "patch", "put"].filter((other) => other !== method);
  const sameMethod = [base, `${base}/new`].filter((other) => other !== path && method === "post");
  const shorter = base === path ? [] : [base];
  const belowShorter = shorter.flatMap((other) => otherPaths(operationId, other));
  const all = [
    ...places(methods, [path]),
    ...places(methods, shorter),
    ...places([method], [...sameMethod, ...belowShorter, ...otherPaths(operationId, path)]),
    ...places(methods, belowShorter.slice(0, 4)),
  ];
  const different = new Map(all.map((one) => [`${one.method} ${one.path}`, one]));
  return [...different.values()].slice(0, most + methods.length * 2);
}

/** Each of the methods at each of the paths. */
const places = (methods: readonly string[], paths: readonly string[]): OperationOverride[] =>
  methods.flatMap((method) => paths.map((path) => ({ method, path })));
