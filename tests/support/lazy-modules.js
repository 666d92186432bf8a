// Preloaded into the host processes of tests. `@pulumi/pulumi` loads TypeScript and npm's arborist at its start, to
// serialise closures, which a host process never does. Here they load when they are first used, which takes a start
// from 0.8 s to 0.3 s. What runs as a user types it runs without.
const Module = require("node:module");

const LAZY = new Set(["typescript", "@npmcli/arborist"]);
const load = Module._load;

Module._load = function (request, parent, isMain) {
  if (!LAZY.has(request)) return load.call(this, request, parent, isMain);
  let loaded;
  const real = () => (loaded ??= load.call(this, request, parent, isMain));
  return new Proxy(class {}, {
    // Compiled imports ask for `__esModule` while they load, and use nothing yet.
    get: (_, key) => (key === "__esModule" ? undefined : real()[key]),
    construct: (_, args) => Reflect.construct(real(), args),
  });
};
