import { formatNumberRequest } from "../formatters/format-number";
import type { Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { addTo } from "../store/make-state";

export const numberRequestRoutes: Routes = {
  listNumberRequests(call) {
    const { id } = call.organization();
    const { status } = call.parameters;
    const requests = call.store.filter(
      "numberRequests",
      (request) => request.organizationId === id && (status === undefined || request.status === status),
    );
    return { body: { numberRequests: requests.map(formatNumberRequest) } };
  },

  // Stays pending until a person acts: see `Person`.
  createNumberRequest(call) {
    const { id: organizationId } = call.organization();
    const { country, number_type: numberType } = call.body<{ country: string; number_type: string }>();
    const request = addTo(call.store, "numberRequests", { organizationId, country, numberType }, call.now);
    return { body: { numberRequest: formatNumberRequest(request) } };
  },

  getNumberRequest(call) {
    const { id: organizationId } = call.organization();
    const request = call.store.find(
      "numberRequests",
      (one) => one.organizationId === organizationId && String(one.id) === call.param("id"),
    );
    if (!request) throw new HttpError(404, `Number request ${call.param("id")} not found`);
    return { body: { numberRequest: formatNumberRequest(request) } };
  },
};
