import { formatNumber, formatNumberRequest } from "../formatters";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";

export const numberRoutes: Routes = {
  // The values of scope are unknown: any value is accepted and has no effect.
  listNumbers(call) {
    const { organization_id: wanted, scope } = call.parameters;
    if (scope !== undefined && wanted === undefined) throw new HttpError(400, "scope needs organization_id");
    const account = call.account();
    const organizations = call.store.filter("organizations", { account: account?.id }).map(({ id }) => id);
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
    const numbers = call.store.filter("numbers", { organizationId: id });
    return { body: { numbers: numbers.map((number) => formatNumber(call.store, number)) } };
  },

  listNumberRequests(call) {
    const { id } = call.organization();
    const { status } = call.parameters;
    const requests = call.store.filter("numberRequests", { organizationId: id });
    const wanted = requests.filter((request) => status === undefined || request.status === status);
    return { body: { numberRequests: wanted.map(formatNumberRequest) } };
  },

  // Stays pending until staff act: see `Backstage`.
  createNumberRequest(call) {
    const { id: organizationId } = call.organization();
    const { country, number_type: numberType } = call.body<{ country: string; number_type: string }>();
    const request = call.add("numberRequests", { organizationId, country, numberType });
    return { body: { numberRequest: formatNumberRequest(request) } };
  },

  getNumberRequest(call) {
    const { id: organizationId } = call.organization();
    const requests = call.store.filter("numberRequests", { organizationId });
    const request = requests.find(({ id }) => String(id) === call.param("id"));
    if (!request) throw new HttpError(404, `Number request ${call.param("id")} not found`);
    return { body: { numberRequest: formatNumberRequest(request) } };
  },
};
