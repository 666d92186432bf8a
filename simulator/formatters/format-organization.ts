import type { Organization } from "../entities/organization";
import { toHex } from "../store/slugs";

export const formatOrganization = ({ account, slug, ...organization }: Organization) => ({
  ...organization,
  slug: toHex(slug),
  originalSlug: slug,
  accountId: account,
});
