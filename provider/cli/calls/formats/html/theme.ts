import { type Part } from "../../read/call";

/** Colours of a plot. */
export interface Theme {
  readonly text: string;
  readonly line: string;
  readonly parts: Readonly<Record<Part | "other", string>>;
}

/** Neighbours in a bar differ in lightness, too: for people who do not see colours, and in print. */
export const light: Theme = {
  text: "#1b1f24",
  line: "#d0d5dc",
  parts: { stt: "#1f4e9c", llm: "#e08a00", tts: "#1d7a53", vapi: "#b565d8", other: "#7a828e" },
};

export const dark: Theme = {
  text: "#e8ebef",
  line: "#3a424d",
  parts: { stt: "#5b93ee", llm: "#ffc35c", tts: "#43b581", vapi: "#d9a3f0", other: "#98a1ad" },
};
