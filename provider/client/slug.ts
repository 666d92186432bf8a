export const toHexSlug = (s: string): string => Buffer.from(s).toString("hex");
