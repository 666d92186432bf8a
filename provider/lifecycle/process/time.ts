/** The clock and waiting, injected so that tests need neither. */
export interface Time {
  /** Milliseconds since some fixed moment. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const realTime: Time = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
