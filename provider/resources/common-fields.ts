import { flag, text } from "../lifecycle/fields";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The account that an object belongs to. Another account is another object. */
export const accountId = text({
  replaces: true,
  form: { says: "must be the UUID of an account", matches: uuid },
  normalise: (value: unknown) => (typeof value === "string" ? value.toLowerCase() : value),
});

/** Whether to take over an existing object of the same name. */
export const adopt = flag({ local: true, createOnly: true });

/** Whether deleting may take along what is inside. */
export const forceDestroy = flag({ local: true });
