import theme from "vitepress/theme-without-fonts";
import "./style.css";

/** VitePress' own theme. Fonts are those of the system: nothing is loaded for them. */
export default theme;
