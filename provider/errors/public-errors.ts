/** The errors that a program or a script can catch: `pulumi-lumenone` and `pulumi-lumenone/client` export the same classes. */
export { OverlayError } from "../client/contract/overlay/overlay-error";
export { ApiError } from "./api-error";
export { type ApiErrorReason, type ApiFailure, type ConnectionFault } from "./api-failure";
export { ArgumentError } from "./argument-error";
export { SettingsError } from "./settings-error";
