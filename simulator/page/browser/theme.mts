import { useState } from "preact/hooks";
import { html } from "./html.mjs";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Where the browser keeps the choice. */
const key = "lumenone-simulator-theme";

/** Applies the choice of an earlier visit. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(key);
  const theme = themes.find((one) => one === kept) ?? "auto";
  document.documentElement.dataset["theme"] = theme;
  return theme;
}

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (chosen: Theme) => {
    localStorage.setItem(key, chosen);
    setTheme(chosenTheme());
  };
  return html`<div class="segments" role="group" aria-label="Colours">
    ${themes.map(
      (one) => html`<button type="button" aria-pressed=${one === theme} onClick=${() => choose(one)}>${one}</button>`,
    )}
  </div>`;
}
