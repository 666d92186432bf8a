import { type OperationOverride } from "../../client/contract/contract";

/** Words that APIs of this kind use for the same thing. */
const synonyms: readonly (readonly string[])[] = [
  ["org", "orgs", "organization", "organizations"],
  ["workspace", "workspaces"],
  ["tool", "tools"],
  ["account", "accounts"],
  ["number", "numbers", "phone-numbers"],
  ["number-request", "number-requests", "number_requests"],
  ["document", "documents"],
  ["folder", "folders"],
  ["voice-integration", "voice-integrations", "voice", "voice-assistant"],
  ["call-logs", "call-log", "calls", "call_logs"],
  ["catalog", "catalogue"],
  ["auth", "auth/verify", "verify"],
];

const most = 40;

/** Paths where an operation may be instead, the likeliest first: one word changed, then two. */
export function otherPaths(path: string): string[] {
  const segments = path.split("/").slice(1);
  const once = changed(segments);
  const twice = once.flatMap(changed);
  const paths = [...once, ...twice].map((parts) => `/${parts.join("/")}`);
  return [...new Set(paths)].filter((other) => other !== path).slice(0, most);
}

function changed(segments: readonly string[]): string[][] {
  // The last word is the one that names the operation, and the one that is guessed wrong most often.
  return [...segments.keys()].reverse().flatMap((index) => {
    const word = segments[index] ?? "";
    const others = (synonyms.find((list) => list.includes(word)) ?? []).filter((other) => other !== word);
    return others.map((other) => segments.map((segment, at) => (at === index ? other : segment)));
  });
}

/** Other methods for a write, then other paths. */
export function otherWrites({ method, path }: OperationOverride): OperationOverride[] {
  const base = path.replace(/\/(?:update|new)$/, "");
  const methods = method === "delete" ? [] : ["post", "patch", "put"].filter((other) => other !== method);
  const sameMethod = [base, `${base}/new`].filter((other) => other !== path && method === "post");
  return [
    ...methods.map((other) => ({ method: other, path })),
    ...(base === path ? [] : methods.map((other) => ({ method: other, path: base }))),
    ...[...sameMethod, ...otherPaths(path)].map((other) => ({ method, path: other })),
  ];
}
