import { formatNumber } from "../formatters/format-number";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";

export const numberRoutes: Routes = {
  // The values of scope are unknown: any is taken, and none narrows.
  listNumbers(call) {
    const { organization_id: wanted, scope } = call.parameters;
    if (scope !== undefined && wanted === undefined) throw new HttpError(400, "scope needs organization_id");
    const account = call.account();
    const organizations = call.store.filter("organizations", (one) => one.account === account?.id).map(({ id }) => id);
    if (wanted !== undefined && !organizations.includes(Number(wanted))) {
      throw new HttpError(404, `Organization ${wanted} not found`);
    }
    const numbers = call.store.filter("numbers", ({ organizationId }) =>
      wanted === undefined ? organizations.includes(organizationId) : organizationId === Number(wanted),
    );
    return { body: { numbers: numbers.map((number) => formatNumber(call.store, number)) } };
  },

  listOrganizationNumbers(call) {
    const { id } = call.organization();
    const numbers = call.store.filter("numbers", ({ organizationId }) => organizationId === id);
    return { body: { numbers: numbers.map((number) => formatNumber(call.store, number)) } };
  },
};
