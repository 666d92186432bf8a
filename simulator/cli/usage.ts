import { quirkNames } from "../quirks/quirk";

/** The names in lines below each other, as wide as the text around them. */
const names = quirkNames.join(",\n                  ");

export const usage = `LumenOne on your machine: all 45 operations of its REST API, stateful, on a loopback port.

Usage: lumenone-simulator [options]

  --port N        port to listen on (default: any free one)
  --seed FILE     JSON of what there is at the start, or the word demo (default: one account and one key)
  --state FILE    keep everything in this file, and go on from it the next time; it wins over --seed
  --latency MS    milliseconds that every answer takes at least
  --mode MODE     lumenone (default), or upstream: behave as AnythingLLM where the two may differ
  --quirk NAME    do what only some servers do; may be repeated. Names: ${names}
  -h, --help      this text
  --version       the version

Examples:

  lumenone-simulator --seed demo
  lumenone-simulator --port 4010 --state lumenone.json
  lumenone-simulator --seed seed.json --latency 200

Ctrl-C ends it.
`;
