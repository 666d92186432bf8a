import * as lumenone from "pulumi-lumenone";

// The workspace is a state, and stands here. Connecting it is something that a person does: see connect.ts.
const acme = new lumenone.Organization("acme", { name: "Acme Inc." });
const support = new lumenone.Workspace("support", { organization: acme });

export const workspace = support.slug;
