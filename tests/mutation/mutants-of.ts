import * as ts from "typescript";

/** One small change of a source file, which a test should notice. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** As `===` -> `!==`. */
  readonly change: string;
  readonly text: string;
}

const swapped = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.PlusToken, "-"],
]);

/** Every mutant of a file: other operators, conditions that always or never hold, calls that are left out. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const put = (node: ts.Node, by: string): void => {
    const from = node.getStart();
    const old = source.slice(from, node.end);
    found.push({
      file,
      line: tree.getLineAndCharacterOfPosition(from).line + 1,
      change: `${old.replace(/\s+/g, " ").slice(0, 60)} -> ${by === "" ? "nothing" : by}`,
      text: source.slice(0, from) + by + source.slice(node.end),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const by = swapped.get(node.operatorToken.kind);
      const isText = node.operatorToken.kind === ts.SyntaxKind.PlusToken && /["'`]/.test(node.getText());
      if (by !== undefined && !isText) put(node.operatorToken, by);
    }
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      put(condition, "true");
      put(condition, "false");
    }
    if (ts.isExpressionStatement(node) && ts.isCallExpression(unawaited(node.expression))) put(node, ";");
    if (node.kind === ts.SyntaxKind.TrueKeyword) put(node, "false");
    if (node.kind === ts.SyntaxKind.FalseKeyword) put(node, "true");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function unawaited(expression: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(expression) ? expression.expression : expression;
}
