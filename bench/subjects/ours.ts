import * as lumenone from "pulumi-lumenone";
import { lumenoneProgram } from "./lumenone-program";
import { stackSubject } from "./stack-subject";

const program = lumenoneProgram(lumenone);

/** This provider. */
export const ours = stackSubject({ name: "ours", title: "pulumi-lumenone", sendsRequests: true, program });

/** This provider, with the state written once, at the end. */
export const throwAway = stackSubject({
  name: "throw-away",
  title: "pulumi-lumenone without checkpoints",
  sendsRequests: true,
  operations: ["up", "destroy"],
  env: { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" },
  program,
});
