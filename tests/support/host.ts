import { dynamicType } from "../../provider/dynamic/program/registration";
import { nativeRegistration } from "../../provider/native/native-registration";

/** Which of the two hosts a test runs on: its project in jest.config.js says so. */
export const host: "dynamic" | "native" =
  (globalThis as { readonly lumenoneHost?: "native" }).lumenoneHost ?? "dynamic";

/** Type of a kind's resources on this host. */
export function typeOf(kind: string): string {
  return host === "native" ? nativeRegistration.typeOf(kind) : dynamicType(kind);
}
