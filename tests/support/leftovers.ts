/**
 * What tests have started or made and not ended yet: functions that end it, and kill or remove before they wait. A setup
 * file of jest calls them after each test file, so that a test that failed half-way leaves no process, server or folder
 * behind and does not keep jest from ending. A script calls them when it exits.
 */
export const leftovers = new Set<() => void | Promise<void>>();

// In jest, where `process` is a copy, this never fires.
process.on("exit", () => leftovers.forEach((end) => void end()));
