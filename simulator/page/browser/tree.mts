import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "./html.mjs";
import { type Opened, type TreeLine, treeLines } from "./tree-lines.mjs";
import type { TreeNode } from "./tree-node.mjs";

interface TreeProps {
  readonly nodes: readonly TreeNode[];
  readonly selected: string | undefined;
  readonly select: (id: string) => void;
}

/** The tenants. Arrow keys, Home and End move in it, as in the tree of a file manager. */
export function Tree({ nodes, selected, select }: TreeProps) {
  const [opened, setOpened] = useState<Opened>({ open: {}, pages: {} });
  const focused = useRef<HTMLElement | null>(null);
  const wantsFocus = useRef(false);
  const lines = treeLines(nodes, opened);
  const at = lines.findIndex(({ node }) => node.id === selected);
  const current = lines[Math.max(at, 0)]?.node.id;

  // At once: the key that comes next may close the line that had the focus.
  useLayoutEffect(() => {
    if (wantsFocus.current) focused.current?.focus();
    wantsFocus.current = false;
  });

  const setOpen = ({ node }: TreeLine, open: boolean) =>
    setOpened({ ...opened, open: { ...opened.open, [node.id]: open } });
  const go = (line: TreeLine | undefined) => {
    if (!line) return;
    wantsFocus.current = true;
    select(line.node.id);
  };
  const activate = (line: TreeLine) => {
    const parent = line.parent ?? "";
    if (line.more > 0) setOpened({ ...opened, pages: { ...opened.pages, [parent]: (opened.pages[parent] ?? 1) + 1 } });
    else {
      if (line.isOpen !== undefined && line.node.id === selected) setOpen(line, !line.isOpen);
      go(line);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = Math.max(at, 0);
    const line = lines[index];
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(lines[index + 1]),
      ArrowUp: () => go(lines[index - 1]),
      Home: () => go(lines[0]),
      End: () => go(lines.at(-1)),
      ArrowRight: () => (line.isOpen === false ? setOpen(line, true) : line.isOpen && go(lines[index + 1])),
      ArrowLeft: () => (line.isOpen ? setOpen(line, false) : go(lines.find(({ node }) => node.id === line.parent))),
      Enter: () => activate(line),
      " ": () => activate(line),
    };
    const move = keys[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  return html`<div role="tree" aria-label="Tenants" class="tree" onKeyDown=${onKeyDown}>
    ${lines.map(
      (line) =>
        html`<div
          key=${line.node.id}
          role="treeitem"
          class=${`line is-${line.node.kind.replaceAll(" ", "-")}`}
          data-level=${Math.min(line.level, 8)}
          aria-level=${line.level}
          aria-expanded=${line.isOpen}
          aria-selected=${line.node.id === selected}
          tabindex=${line.node.id === current ? 0 : -1}
          ref=${line.node.id === current ? focused : undefined}
          onClick=${() => activate(line)}
        >
          <span
            class="twig"
            aria-hidden="true"
            onClick=${(event: Event) => {
              if (line.isOpen === undefined) return;
              event.stopPropagation();
              setOpen(line, !line.isOpen);
            }}
          ></span>
          <bdi class="name">${line.node.label.slice(0, 120)}</bdi>
          ${line.node.kind !== "group" && line.node.kind !== "more" && html`<span class="kind">${line.node.kind}</span>`}
          ${line.node.badge && html`<span class=${`badge is-${line.node.badge}`}>${line.node.badge}</span>`}
        </div>`,
    )}
  </div>`;
}
