import { render } from "preact";
import { App } from "./app.mjs";
import { follow } from "./feed.mjs";
import { html } from "./html.mjs";
import { chosenTheme } from "./theme.mjs";

const root = document.getElementById("page");
if (!root) throw new Error("The page has no place for its contents");
chosenTheme();
follow((model) => render(html`<${App} model=${model} />`, root));
