import { Option } from "@commander-js/extra-typings";

/** For verbs that make stacks. */
export const secretsProvider = new Option(
  "--secrets-provider <url>",
  "encrypts the secrets of stacks that are made (as of `pulumi stack init`)",
);

/** For verbs that show or make deletions. */
export const allowDeletes = new Option(
  "--allow-deletes",
  "a tenant may lose its organization, or more than half of its resources",
);
