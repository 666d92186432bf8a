/** Two projects: `fast` needs no Pulumi CLI, `engine` runs the real one. */
const transform = { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] };

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      displayName: "fast",
      testMatch: ["<rootDir>/tests/fast/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/tests/support/end-leftovers.ts"],
      transform,
    },
    {
      displayName: "engine",
      testMatch: ["<rootDir>/tests/engine/**/*.test.ts"],
      globalSetup: "<rootDir>/tests/support/engine-setup.ts",
      // A run of the CLI takes one to two seconds on an idle machine.
      setupFilesAfterEnv: ["<rootDir>/tests/support/end-leftovers.ts", "<rootDir>/tests/support/engine-timeout.ts"],
      transform,
    },
  ],
};
