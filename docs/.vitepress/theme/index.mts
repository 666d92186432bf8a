import { type Theme } from "vitepress";
import theme from "vitepress/theme-without-fonts";
import { h } from "vue";
import ContractOperations from "./ContractOperations.vue";
import HomeDemo from "./HomeDemo.vue";
import "./style.css";

/** VitePress' own theme, with the demo on the first page and the list of the contract's operations. Fonts are those of the system: nothing is loaded for them. */
export default {
  extends: theme,
  Layout: () => h(theme.Layout, null, { "home-hero-after": () => h(HomeDemo) }),
  enhanceApp: ({ app }) => void app.component("ContractOperations", ContractOperations),
} satisfies Theme;
