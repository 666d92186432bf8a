/**
 * Five projects: `fast` needs no Pulumi CLI; `engine` runs the real one, all other commands, and what is measured against the
 * clock or sends 100 MB; `native` runs what is below `tests/native`, and many tests of `engine` once more, on the plugin;
 * `browser` looks at pages in a real browser; `packed` installs what would be published, `versions` does so with other
 * versions of Pulumi and Node.
 */
const transform = {
  "^.+\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }],
};
const endLeftovers = "<rootDir>/tests/support/end-leftovers.ts";
const assertSomething = "<rootDir>/tests/support/assert-something.ts";
const withCli = {
  transform,
  globalSetup: "<rootDir>/tests/support/engine-setup.ts",
  // A run of the CLI takes one to two seconds on an idle machine.
  setupFilesAfterEnv: [endLeftovers, assertSomething, "<rootDir>/tests/support/engine-timeout.ts"],
};

/**
 * What runs on the native plugin, too. Differences stand in the tests, with the reason. The others are about the dynamic host (loading,
 * states of 0.1.0, its keys), or about commands, files and a client that know no host.
 */
const native = [
  "accepted",
  "command/random-tenants",
  "contract-overlay",
  "crashes",
  "documents",
  "faults/{deletion-protection,errors,gone,half-done,limits,matrix,moved,planted-secrets,secrets,twins,unconfirmed,writes}",
  "fleet/kills",
  "gateway/{cli,host}-runs",
  "knowledge-base",
  "large-file",
  "options",
  "program",
  "scenarios",
  "soak",
  "tenant/tenant",
  "upload-{progress,terminal}",
];

/** @type {import("jest").Config} */
module.exports = {
  // What test files leave in the memory of their worker adds up to gigabytes over a whole run.
  workerIdleMemoryLimit: "1GB",
  projects: [
    {
      displayName: "fast",
      testMatch: ["<rootDir>/tests/fast/**/*.test.ts"],
      // Each test file loads its modules anew. These two are large, and only asked for when closures are serialised.
      moduleNameMapper: {
        "^typescript$": "<rootDir>/tests/support/lazy-typescript.js",
        "^@npmcli/arborist$": "<rootDir>/tests/support/lazy-arborist.js",
      },
      setupFilesAfterEnv: [endLeftovers, assertSomething, "<rootDir>/tests/support/fast-timeout.ts"],
      transform,
    },
    { displayName: "engine", testMatch: ["<rootDir>/tests/engine/**/*.test.ts"], ...withCli },
    {
      displayName: "native",
      testMatch: [
        "<rootDir>/tests/native/**/*.test.ts",
        ...native.map((file) => `<rootDir>/tests/engine/${file}.test.ts`),
      ],
      ...withCli,
      globals: { lumenoneHost: "native" },
      moduleNameMapper: { "^pulumi-lumenone(?:/native)?$": "<rootDir>/provider/dist/native/index.js" },
    },
    { displayName: "browser", testMatch: ["<rootDir>/tests/browser/**/*.test.ts"], ...withCli },
    { displayName: "languages", testMatch: ["<rootDir>/tests/languages/**/*.test.ts"], ...withCli },
    { displayName: "versions", testMatch: ["<rootDir>/tests/versions/**/*.test.ts"], ...withCli },
    { displayName: "packed", testMatch: ["<rootDir>/tests/packed/**/*.test.ts"], ...withCli },
  ],
};
