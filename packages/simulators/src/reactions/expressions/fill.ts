import { evaluate, isTrue, type ExpressionContext } from './evaluate';

const PLACEHOLDER = /\$\{\{(.*?)\}\}/gs;

/** Fills every `${{ … }}` of a text. */
export function fill(text: string, context: ExpressionContext): string {
  return text.replace(PLACEHOLDER, (_match, expression: string) =>
    String(evaluate(expression, context)),
  );
}

/** Fills every value of a map, as `with` and `env` need it. */
export function fillAll(
  texts: Record<string, string>,
  context: ExpressionContext,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, fill(text, context)]),
  );
}

/** Whether an `if` holds; without a status function it also asks that nothing failed before. */
export function holds(
  condition: string | undefined,
  context: ExpressionContext,
): boolean {
  if (condition === undefined) {
    return !context.failed;
  }
  const expression = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const value = isTrue(evaluate(expression, context));
  return /\b(?:success|failure|always|cancelled)\s*\(/.test(expression)
    ? value
    : value && !context.failed;
}
