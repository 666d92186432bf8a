module.exports = require("./lazy-module")(() => require("../../node_modules/typescript/lib/typescript.js"));
