/**
 * Lets Pulumi's constructors do without stack traces, until `resume` is called.
 *
 * The SDK takes four for each property of a resource, which only `PULUMI_DEBUG_PROMISE_LEAKS` shows, and source maps are
 * searched for each: that is half the time of a program of many resources. The place of a resource in the program is found
 * all the same, since the SDK sets this limit for itself there.
 */
export function pauseStackTraces() {
  const { stackTraceLimit } = Error;
  const resume = () => void Reflect.set(Error, "stackTraceLimit", stackTraceLimit);
  if (!process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) Reflect.set(Error, "stackTraceLimit", 0);
  return {
    resume,
    /** Gives an error that was thrown meanwhile the stack of here. */
    traced(error: unknown): unknown {
      resume();
      if (error instanceof Error) Error.captureStackTrace(error);
      return error;
    },
  };
}
