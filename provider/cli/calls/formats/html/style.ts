/** The style of the report. Dark is for screens only: paper is white. */
export const style = `
:root { color-scheme: light dark; --text: #1b1f24; --quiet: #4d5560; --line: #d0d5dc; --back: #ffffff; --alert: #a40e26; }
@media screen and (prefers-color-scheme: dark) {
  :root { --text: #e8ebef; --quiet: #b3bac4; --line: #3a424d; --back: #14181d; --alert: #ff9da4; }
}
body { margin: 0; color: var(--text); background: var(--back); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); }
.above { color: var(--alert); font-weight: 600; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1rem 0; }
dt { color: var(--quiet); font-size: .9rem; }
dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
img { display: block; width: 100%; min-width: 42rem; height: auto; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--quiet); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left; overflow-wrap: anywhere; }
.figures td, .figures th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures th:first-child { min-width: 8rem; }
tfoot th, tfoot td { font-weight: 600; }
@media print {
  main { max-width: none; padding: 0; }
  img, tr, dl { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  img { min-width: 0; }
}
`;
