import { type Theme } from "vitepress";
import theme from "vitepress/theme-without-fonts";
import ContractOperations from "./ContractOperations.vue";
import "./style.css";

/** VitePress' own theme, with the list of the contract's operations. Fonts are those of the system: nothing is loaded for them. */
export default {
  extends: theme,
  enhanceApp: ({ app }) => void app.component("ContractOperations", ContractOperations),
} satisfies Theme;
