import { HttpError } from "../http/http-error";
import type { Store } from "../store/store";

/** A docpath begins with the original slug of its organization; that of another one is a 400. */
export function refuseForeignDocpath(store: Store, organizationId: number, path: string): void {
  const organization = store.find("organizations", ({ id }) => id === organizationId);
  if (path.split("/")[0] === organization?.slug) return;
  throw new HttpError(400, `${path} is not a docpath of the organization ${organization?.slug ?? ""}`);
}
