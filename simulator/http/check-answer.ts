import type { OpenAPIBackend, Operation } from "openapi-backend";
import type { Answer } from "./call";

interface Response {
  content?: Record<string, unknown>;
}

/** Why an answer of the simulator is not one of the contract, or undefined. */
export function checkAnswer(
  backend: OpenAPIBackend,
  operation: Operation,
  answer: Required<Answer>,
): string | undefined {
  const { status, type, body } = answer;
  const response = (operation.responses as Record<string, Response | undefined>)[status];
  if (!response) return `the contract has no answer ${status}`;
  if (!response.content?.[type]) return `the contract has no ${type} in the answer ${status}`;
  if (type !== "application/json") return undefined;
  const { errors } = backend.validateResponse(body, operation, status);
  return errors
    ? errors.map(({ instancePath, message }) => `${instancePath || "body"} ${message}`).join("; ")
    : undefined;
}
