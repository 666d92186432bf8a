module.exports = require("./lazy-module")(() => require("../../node_modules/@npmcli/arborist/lib/index.js"));
