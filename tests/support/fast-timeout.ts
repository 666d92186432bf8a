// Milliseconds where a machine is idle; a busy one may take its time.
jest.setTimeout(30_000);
