import * as lumenone from "pulumi-lumenone/native";
import { lumenoneProgram } from "./lumenone-program";
import { stackSubject } from "./stack-subject";

/** This provider as the native plugin. */
export const native = stackSubject({
  name: "native",
  title: "pulumi-lumenone, native",
  sendsRequests: true,
  program: lumenoneProgram(lumenone),
});
