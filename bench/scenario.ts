/** How much there is, and how far away it is. */
export interface Scenario {
  readonly organizations: number;
  readonly workspaces: number;
  /** The least milliseconds that a response of LumenOne takes. */
  readonly latency: number;
}

/** A hundred workspaces to an organization. */
export function scenarioOf(workspaces: number, latency: number): Scenario {
  return { workspaces, organizations: Math.max(1, Math.round(workspaces / 100)), latency };
}

/** Organizations and workspaces together: what every subject manages. */
export function resourcesOf({ organizations, workspaces }: Scenario): number {
  return organizations + workspaces;
}

/** The settings that every subject gives to its workspaces: those that a team usually sets, with a prompt of 150 letters. */
export interface WorkspaceSettings {
  readonly name: string;
  readonly openAiPrompt: string;
  readonly openAiTemp: number;
  readonly similarityThreshold: number;
  readonly topN: number;
  readonly chatMode: string;
}

/** The names of the organizations. */
export function organizationNames({ organizations }: Scenario): string[] {
  return Array.from({ length: organizations }, (_, index) => `organization-${index}`);
}

/**
 * The workspaces, each with the number of its organization.
 * @param changed whether the first one has another prompt than before
 */
export function workspacesOf(
  { workspaces, organizations }: Scenario,
  changed = false,
): { readonly organization: number; readonly settings: WorkspaceSettings }[] {
  return Array.from({ length: workspaces }, (_, index) => ({
    organization: index % organizations,
    settings: {
      name: `workspace-${index}`,
      openAiPrompt:
        `${changed && index === 0 ? "Greet first. " : ""}You help the customers of shop ${index}. ` +
        "Answer in the customer's own language, in three sentences at most, and name the page that you have it from.",
      openAiTemp: 0.4,
      similarityThreshold: 0.35,
      topN: 6,
      chatMode: "chat",
    },
  }));
}
