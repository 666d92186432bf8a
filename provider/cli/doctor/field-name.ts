/** Whether a key of a response may be the name of a field, and not a value such as an id. */
export const isFieldName = (key: string): boolean => /^[A-Za-z_]\w{0,40}$/.test(key);

/** The name of a field for a report, unless it may be a name of the tenant's. */
export const shownName = (name: string, isName = isFieldName): string =>
  isName(name) ? name : "(a name that is not shown)";
