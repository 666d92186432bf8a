import { type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { failureOf } from "./failure";

/** A call of the protocol with one request and one response. Whatever `run` throws is the failure of the call. */
export function unary<Request, Response>(
  run: (request: Request, peer: string) => Response | Promise<Response>,
): (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>) => void {
  return (call, reply) => {
    new Promise<Response>((resolve) => resolve(run(call.request, call.getPeer()))).then(
      (response) => reply(null, response),
      (error: unknown) => reply(failureOf(error)),
    );
  };
}
