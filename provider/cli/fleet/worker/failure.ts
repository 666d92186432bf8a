import { withoutErrorWord } from "../../pulumi/run-pulumi";
import { killedMarker } from "../../../lifecycle/once/after-kill";
import { type TenantResult } from "../task";

/** The most characters of an error that are kept. */
const longest = 2000;

/** Who holds the locks of a backend that is made of files, and in which process, as the CLI says about a locked stack. */
export function lockHolders(text: string) {
  return [...text.matchAll(/created by (.+?)@(.+?) \(pid (\d+)\) at (\S+)/g)].map(
    ([, user = "", host = "", pid = "", since = ""]) => ({ user, host, pid: Number(pid), since }),
  );
}

/** What went wrong with a stack, in its own words, and what to do about it. */
export function failureOf(
  stack: string,
  diagnostics: readonly string[],
  said: string,
  file = "FILE",
): Pick<TenantResult, "status" | "problem" | "remedy"> {
  if (/currently locked by|Another update is currently in progress/i.test(said)) {
    const holders = lockHolders(said).map(
      ({ user, host, pid, since }) => ` by ${user} on ${host}, process ${pid}, since ${since}`,
    );
    return {
      status: "locked",
      problem: `The stack ${stack} is locked${[...new Set(holders)].join(", and") || " by another run"}.`,
      remedy: `Wait until that run ends, and run the command again. If it is dead: \`pulumi cancel --stack ${stack} --yes\`.`,
    };
  }
  const problem = (diagnostics.length > 0 ? [...new Set(diagnostics)].join("\n") : lastWords(said))
    .trim()
    .slice(0, longest);
  const doubts = [...problem.matchAll(new RegExp(`${killedMarker}(.+?)\\. Look`, "g"))];
  const doubt = doubts.flatMap(([, ids = ""]) => ids.split(", "));
  if (doubt.length > 0) return { status: "held", problem, remedy: whoseAre(doubt, file) };
  return { status: "failed", problem, remedy: remedyFor(stack, `${problem}\n${said}`) };
}

/** Both remedies where only a person can decide whose the objects are. */
function whoseAre(ids: readonly string[], file: string): string {
  const command = (option: string, some: readonly string[]) =>
    `\`pulumi-lumenone fleet up ${quoted(file)} ${some.map((id) => `${option} ${quoted(id)}`).join(" ")}\``;
  const each = ids.length > 1 ? " Both options may stand in one command." : "";
  return (
    `Look at LumenOne. What the killed run made, take over: ${command("--ours", ids.slice(0, 1))}. ` +
    `What is somebody else's, leave alone: ${command("--not-ours", ids)}.${each}`
  );
}

const quoted = (word: string): string => (/^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Errors of the CLI itself are lines that begin so. */
function lastWords(said: string): string {
  const errors = said.split("\n").filter((line) => /^\s*(?:stderr: )?error:/.test(line));
  return withoutErrorWord(errors.length > 0 ? errors.join("\n") : said);
}

function remedyFor(stack: string, text: string): string {
  const missing = /Missing required configuration variable '([^']+)'/.exec(text)?.[1];
  if (missing !== undefined)
    return `\`pulumi stack select ${stack} --create && pulumi config set --secret ${missing}\`, and run the command again.`;
  if (/passphrase/i.test(text)) {
    return "Set PULUMI_CONFIG_PASSPHRASE (or PULUMI_CONFIG_PASSPHRASE_FILE) to the passphrase of the stacks.";
  }
  if (/failed to load checkpoint|unexpected end of JSON|: EOF/.test(text)) {
    return `A killed run cut off the state's file: put \`${stack}.json.bak\` beside it in its place, and run the command again.`;
  }
  if (/PULUMI_ACCESS_TOKEN|pulumi login/.test(text))
    return "Log in to the backend: `pulumi login URL`, or PULUMI_BACKEND_URL.";
  return "Correct what it names, and run the command again: it does what is left.";
}
