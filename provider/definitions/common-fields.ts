import { flag, text } from "../lifecycle/definition/fields";
import { asUuid, uuidForm } from "../lifecycle/definition/uuid";

/** What a customer sees. LumenOne cuts a longer one (upstream), and trims some (upstream: folders). */
export const displayName = { logicalName: true, maxLength: 255, line: true, trimmed: true } as const;

/** A folder is one on LumenOne's disk (upstream): its name must not lead to another one, nor be longer than a disk takes. */
export const folderName = {
  line: true,
  trimmed: true,
  maxLength: 255,
  maxBytes: 255,
  form: { says: "must not hold a slash or .., or be a dot", matches: /^(?!\.$)(?!.*\.\.)(?!.*%(?:2f|5c))[^/\\]*$/is },
} as const;

/** Of a column of LumenOne's database: a larger one is an error (upstream). */
export const largestInteger = 2_147_483_647;

/** The account that an object belongs to. Another account is another object. */
export const accountId = text({
  replaces: true,
  form: { says: "must be the UUID of an account", matches: uuidForm },
  normalise: asUuid,
});

/** Whether to take over an existing object of the same name. */
export const adopt = flag({ local: true, createOnly: true });

/** Whether deleting may take along what is inside. */
export const forceDestroy = flag({ local: true });
