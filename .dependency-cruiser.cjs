/** Which part may import which: `npm run lint:dependencies`. docs/architecture.md says what the parts are for. */

/** A package of this name, installed or not. */
const packages = (...names) => `(?:^|/node_modules/|^node_modules/)(?:${names.join("|")})(?:/|$)`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "A file that imports itself by way of others. Move what both need, often a type, to a file of its own.",
      severity: "error",
      from: { pathNot: "^provider/lifecycle/" },
      to: { circular: true },
    },
    {
      name: "no-circles-at-run-time",
      comment: "A definition's hooks are given what holds the definition: in lifecycle/ types may refer to each other.",
      severity: "error",
      from: { path: "^provider/lifecycle/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-without-pulumi",
      comment: "A native plugin hosts the same core, so the core knows neither Pulumi's SDK nor gRPC.",
      severity: "error",
      from: { path: "^provider/(?:definitions|lifecycle|client|errors|functions/ask)/" },
      to: { path: packages("@pulumi/[^/]+", "@grpc/[^/]+") },
    },
    {
      name: "core-without-hosts",
      comment: "The core does not import what runs it: programs, host processes and commands.",
      severity: "error",
      from: { path: "^provider/(?:definitions|lifecycle|client|errors)/" },
      to: { path: "^provider/(?:dynamic|resources|functions|tenant|cli)/" },
    },
    {
      name: "client-alone",
      comment: "The client knows the contract, and nothing of resources.",
      severity: "error",
      from: { path: "^provider/(?:client|errors)/" },
      to: { path: "^provider/(?:definitions|lifecycle)/" },
    },
    {
      name: "axios-in-client",
      comment:
        "Requests to LumenOne go through the client: it has the retries, the limits, and what hides the key. " +
        "cli/docs reads the vendor's public pages, without a key.",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/(?:client/|cli/docs/sources/site\\.ts$)" },
      to: { path: packages("axios") },
    },
    {
      name: "simulator-without-provider",
      comment: "Shared code would have the same mistakes on both sides. They share the contract alone.",
      severity: "error",
      from: { path: "^simulator/" },
      to: { path: `^provider/|${packages("pulumi-lumenone")}` },
    },
    {
      name: "provider-without-simulator",
      comment: "The simulator is an optional peer: `pulumi-lumenone simulate` looks for it when it runs.",
      severity: "error",
      from: { path: "^provider/" },
      to: { path: `^simulator/|${packages("lumenone-simulator")}` },
    },
    {
      name: "packages-without-development",
      comment: "What is published does not import tests, benchmarks, examples or generators.",
      severity: "error",
      from: { path: "^(?:provider|simulator)/" },
      to: { path: "^(?:api|bench|examples|tests)/" },
    },
    {
      name: "resolvable",
      comment: "Rules see only what can be resolved.",
      severity: "error",
      from: { path: "^(?:provider|simulator)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Types count too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: ["node_modules", "^(?:provider|simulator)/dist/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "require", "node", "default"] },
  },
};
