export class ApiError extends Error {
  operationId!: string;
  status?: number;
  reason!:
    "badRequest" | "forbidden" | "notFound" | "conflict" | "rateLimited" | "serverError" | "noAnswer" | "garbled";
  outcomeUnknown!: boolean;
  answer?: string;
}
