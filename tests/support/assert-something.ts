/**
 * A test that makes no assertion has shown nothing, and fails: also one that returns early. What has to end without an error
 * says so by `await expect(...).resolves.toBeUndefined()`. Tests of `test.concurrent` are left out: jest runs no `afterEach`
 * for them.
 */
afterEach(() => {
  const { assertionCalls, currentTestName } = expect.getState();
  if (assertionCalls === 0) throw new Error(`"${currentTestName}" makes no assertion.`);
});
