/** Two projects: `fast` needs no Pulumi CLI, `engine` runs the real one. */
const transform = { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] };

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    { displayName: "fast", testMatch: ["<rootDir>/tests/fast/**/*.test.ts"], transform },
    { displayName: "engine", testMatch: ["<rootDir>/tests/engine/**/*.test.ts"], transform },
  ],
};
