import { type Subject } from "./subject";

/** Refuses to send the id of one host's object to another host. */
export function assertOrigin(subject: Subject): void {
  const { api, allowOriginChange } = subject.context;
  const { origin } = api;
  const recorded = subject.values["origin"];
  if (typeof recorded !== "string" || origin === undefined || recorded === origin || allowOriginChange) return;
  throw subject.error(
    `it was made on ${recorded}, but this provider is configured for ${origin}.`,
    "Give it back its provider or `lumenone:baseUrl`; or, when the host was only renamed and holds the same objects, run " +
      "`pulumi config set lumenone:allowOriginChange true`. To move it there, remove it from the program first and " +
      "declare it anew.",
  );
}
