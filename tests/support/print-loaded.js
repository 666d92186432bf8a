// Preloaded: writes the files that a process has loaded to LOADED_FILE. It does so at the first output with LOADED_WHEN=output,
// and ends the process there, else at its end. Files in the global `loadedBefore` do not count.
const { writeFileSync } = require("node:fs");

function write() {
  const before = new Set(globalThis.loadedBefore);
  const loaded = Object.keys(require.cache).filter((file) => !before.has(file));
  writeFileSync(process.env.LOADED_FILE, JSON.stringify(loaded));
}
if (process.env.LOADED_WHEN === "output") {
  process.stdout.write = () => {
    write();
    process.exit(0);
  };
} else {
  process.on("exit", write);
}
