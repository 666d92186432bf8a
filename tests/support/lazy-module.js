/**
 * A module that loads when it is first used. `@pulumi/pulumi` loads TypeScript and npm's arborist at its start, to serialise
 * closures, which nothing here does.
 */
module.exports = function lazyModule(load) {
  let loaded;
  const real = () => (loaded ??= load());
  return new Proxy(class {}, {
    // Compiled imports ask for `__esModule` while they load, and use nothing yet.
    get: (_, key) => (key === "__esModule" ? undefined : real()[key]),
    construct: (_, args) => Reflect.construct(real(), args),
  });
};
