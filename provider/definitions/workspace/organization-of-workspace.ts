import { type Subject } from "../../lifecycle/object/subject";
import { type Values } from "../../lifecycle/state/values";

/** The most organizations whose workspaces are listed, in all and at once: `.get` must not read a whole company. */
const most = 200;
const atOnce = 8;

/** The organizations of workspaces that this process has seen: workspaces never move. */
type Seen = Map<string, string>;

/**
 * The organization that holds a workspace, which neither its slug nor its own response has: from the lists of
 * organizations and of their workspaces. Each list is read once for all that are looked up.
 * @returns its original slug; undefined, with a warning, where no list shows the workspace
 */
export async function organizationOfWorkspace(subject: Subject): Promise<string | undefined> {
  const { session, context, accountId, id: slug, label } = subject;
  const seen = session.only<Seen>(`organizations of workspaces ${accountId}`, () => new Map());
  return session.inTurn(`organization of a workspace ${accountId}`, async () => {
    if (seen.has(slug)) return seen.get(slug);
    const unknown = (why: string): undefined => {
      context.warn(`${label}: its organization is not known, so \`organization\` has no value. ${why}`);
    };
    try {
      const organizations = slugsIn(await subject.list("listOrganizations", { parameters: {} }));
      for (let from = 0; from < Math.min(organizations.length, most) && !seen.has(slug); from += atOnce) {
        const some = organizations.slice(from, Math.min(from + atOnce, most));
        const listed = some.map(async (orgSlug) => {
          const workspaces = await subject.list("listOrganizationWorkspaces", { parameters: { orgSlug } });
          for (const workspace of slugsIn(workspaces)) seen.set(workspace, orgSlug);
        });
        await Promise.all(listed);
      }
      return (
        seen.get(slug) ?? unknown(`No list of the first ${Math.min(organizations.length, most)} organizations has it.`)
      );
    } catch (error) {
      return unknown(String(error));
    }
  });
}

function slugsIn(items: Values[]): string[] {
  return items.flatMap(({ slug }) => (typeof slug === "string" ? [slug] : []));
}
