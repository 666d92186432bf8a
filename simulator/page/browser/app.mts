import { useMemo, useState } from "preact/hooks";
import { Details } from "./details.mjs";
import { Faults } from "./faults.mjs";
import { html } from "./html.mjs";
import type { Model } from "./model.mjs";
import { People } from "./people.mjs";
import { Requests } from "./requests.mjs";
import { ThemeChoice } from "./theme.mjs";
import { Tree } from "./tree.mjs";
import { type TreeNode, treeOf } from "./tree-node.mjs";

/** The whole page. */
export function App({ model }: { model: Model }) {
  const [selected, select] = useState<string>();
  const nodes = useMemo(() => treeOf(model.tables), [model.tables]);
  const { organizations = [], workspaces = [] } = model.tables;
  return html`<header class="top">
      <h1><span class="mark" aria-hidden="true"></span> LumenOne simulator</h1>
      <span class=${`live ${model.isLive ? "is-live" : "is-lost"}`} role="status"
        >${model.isLive ? "live" : "connecting…"}</span
      >
      <code class="address">${location.origin}</code>
      <span class="spring"></span>
      <a
        class="button"
        href="/_simulator/seed"
        download="lumenone-seed.json"
        title="The state as a seed. API keys are left out: each company gets a key made for the seed. Values of tools' configs are in it."
        >Download seed</a
      >
      <${ThemeChoice} />
    </header>
    <main>
      <section class="card tenants" aria-labelledby="tenants-title">
        <header>
          <h2 id="tenants-title">Tenants</h2>
          <span class="muted"
            >${count(organizations.length, "organization")}, ${count(workspaces.length, "workspace")}</span
          >
        </header>
        <${Tree} nodes=${nodes} selected=${selected} select=${select} />
        <section class="details" aria-label="Fields" tabindex="0"><${Details} node=${find(nodes, selected)} /></section>
      </section>
      <${Requests} model=${model} />
      <div class="side">
        <${People} model=${model} />
        <${Faults} model=${model} />
      </div>
    </main>`;
}

const count = (number: number, name: string): string =>
  `${number.toLocaleString("en")} ${name}${number === 1 ? "" : "s"}`;

function find(nodes: readonly TreeNode[], id: string | undefined): TreeNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id);
    if (found) return found;
  }
  return undefined;
}
