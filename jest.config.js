/** Three projects: `fast` needs no Pulumi CLI, `engine` runs the real one, `packed` installs what would be published. */
const transform = { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] };
const withCli = {
  transform,
  globalSetup: "<rootDir>/tests/support/engine-setup.ts",
  setupFilesAfterEnv: ["<rootDir>/tests/support/engine-timeout.ts"],
};

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    { displayName: "fast", testMatch: ["<rootDir>/tests/fast/**/*.test.ts"], transform },
    { displayName: "engine", testMatch: ["<rootDir>/tests/engine/**/*.test.ts"], ...withCli },
    { displayName: "packed", testMatch: ["<rootDir>/tests/packed/**/*.test.ts"], ...withCli },
  ],
};
