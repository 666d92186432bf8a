import * as ts from "typescript";
import { type ExampleCall, type ExampleValue } from "./program";

/**
 * The example of a data function, made of the `@example` above it, so that an editor and the pages of every language show
 * the same call. Its first statement is `const { output } = await lumenone.getX(args);`; what follows is TypeScript's own.
 * @throws when there is none, or none of this form
 */
export function functionExample(name: string, text: string): ExampleCall {
  const refuse = (): never => {
    throw new Error(
      `The @example of ${name} has to begin with: const { output } = await lumenone.${name}({ arg: "text" });`,
    );
  };
  const [statement] = ts.createSourceFile("example.ts", text, ts.ScriptTarget.ES2022, true).statements;
  const declared =
    statement && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
  const { name: left, initializer: awaited } = declared ?? refuse();
  if (!ts.isObjectBindingPattern(left) || !awaited || !ts.isAwaitExpression(awaited)) return refuse();
  const call = awaited.expression;
  if (!ts.isCallExpression(call) || call.expression.getText() !== `lumenone.${name}`) return refuse();
  const [args] = call.arguments;
  if (args && !ts.isObjectLiteralExpression(args)) return refuse();
  const given = (args?.properties ?? []).map((property): [string, ExampleValue] =>
    ts.isPropertyAssignment(property) ? [property.name.getText(), literal(property.initializer) ?? refuse()] : refuse(),
  );
  return {
    function: name,
    args: Object.fromEntries(given),
    outputs: left.elements.map((element) => element.name.getText()),
  };
}

function literal(node: ts.Expression): ExampleValue | undefined {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}
