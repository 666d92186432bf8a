import { dynamicType, nativeType } from "../../provider/definitions/resource-type";

/** Which of the two hosts a test runs on: its project in jest.config.js says so. */
export const host: "dynamic" | "native" =
  (globalThis as { readonly lumenoneHost?: "native" }).lumenoneHost ?? "dynamic";

/** Type of a kind's resources on this host. */
export function typeOf(kind: string): string {
  return host === "native" ? nativeType(kind) : dynamicType(kind);
}
