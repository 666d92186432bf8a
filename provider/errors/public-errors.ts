/** The errors that a program or a script can catch: `pulumi-lumenone` and `pulumi-lumenone/client` export the same classes. */
export { OverlayError } from "../client/contract/overlay/overlay-error";
export { ApiError, type ApiErrorReason, type ApiFailure, type ConnectionFault } from "./api-error";
export { ArgumentError } from "./argument-error";
export { SettingsError } from "./settings-error";
