import { reference } from "../lifecycle/definition/fields";

/** No slug of LumenOne's holds any of these; what does is a path, a URL, a name, or a slug that was changed by hand. */
const slug = {
  line: true,
  maxLength: 1000,
  form: {
    says: "must be an original slug, as LumenOne shows it: in lower case, and without blanks, slashes and ? # %",
    matches: /^(?!\.+$)(?!.*\.\.)[^\s\p{C}\p{Lu}\p{Lt}/\\?#%]+$/u,
  },
} as const;

/** The organization that something belongs to: the resource, or its original slug. */
export const organizationReference = reference("Organization", {
  required: true,
  replaces: true,
  ...slug,
});

/** The workspace that something is for: the resource, or its original slug. */
export const workspaceReference = reference("Workspace", { required: true, replaces: true, ...slug });
