import type { TreeNode } from "./tree-node.mjs";

/** How many children of a node are drawn before "more". */
const page = 200;

/** A group of more than this is closed until somebody opens it. */
const many = 40;

/** A line that can be seen. */
export interface TreeLine {
  readonly node: TreeNode;
  readonly level: number;
  readonly isOpen: boolean | undefined;
  readonly parent: string | undefined;
  /** How many siblings are not drawn; the line then stands for them. */
  readonly more: number;
}

/** What a person has opened and closed, and of which nodes they want more. */
export interface Opened {
  readonly open: Readonly<Record<string, boolean>>;
  readonly pages: Readonly<Record<string, number>>;
}

export const isOpen = ({ open }: Opened, node: TreeNode): boolean => open[node.id] ?? node.children.length <= many;

/** Returns the lines that can be seen, from top to bottom. */
export function treeLines(nodes: readonly TreeNode[], opened: Opened, level = 1, parent?: string): TreeLine[] {
  const shown = page * (opened.pages[parent ?? ""] ?? 1);
  const lines = nodes.slice(0, shown).flatMap((node) => {
    const hasChildren = node.children.length > 0;
    const open = hasChildren ? isOpen(opened, node) : undefined;
    const line = { node, level, isOpen: open, parent, more: 0 };
    return open ? [line, ...treeLines(node.children, opened, level + 1, node.id)] : [line];
  });
  const more = nodes.length - shown;
  if (more <= 0) return lines;
  const id = `${parent ?? ""}/more`;
  const rest = { id, label: `${more.toLocaleString("en")} more`, kind: "more", children: [] };
  return [...lines, { node: rest, level, isOpen: undefined, parent, more }];
}
