import { html } from "./html.mjs";
import { LongText } from "./long-text.mjs";
import type { TreeNode } from "./tree-node.mjs";

/** All fields of what is selected. */
export function Details({ node }: { node: TreeNode | undefined }) {
  if (!node?.entity) return html`<p class="muted">Select something in the tree to see its fields.</p>`;
  return html`<h3 class="details-name">
      <bdi>${node.label.slice(0, 200)}</bdi> <span class="kind">${node.kind}</span>
    </h3>
    <dl class="fields">
      ${Object.entries(node.entity).map(
        ([name, value]) =>
          html`<div key=${`${node.id} ${name}`}>
            <dt>${name}</dt>
            <dd class=${value === null ? "muted" : ""}><${LongText} text=${shown(value)} /></dd>
          </div>`,
      )}
    </dl>`;
}

function shown(value: unknown): string {
  if (typeof value === "string") return value === "" ? '""' : value;
  return JSON.stringify(value) ?? "";
}
