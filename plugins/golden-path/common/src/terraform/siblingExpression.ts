import { moduleNameOf } from './hclText';
import type { ModuleCall } from './moduleInterface';

/**
 * How another service of the environment gives this argument to the same module, with the new name in place of its
 * own. Undefined when no sibling gives it, or gives it on several lines.
 */
export function siblingExpression(
  calls: ModuleCall[],
  module: string,
  argument: string,
  service: string,
): string | undefined {
  const siblings = calls
    .flatMap(call => {
      const name = serviceOf(call);
      const expression = call.arguments.get(argument);
      return call.module === module && name && expression
        ? [{ name, expression }]
        : [];
    })
    .filter(({ expression }) => !expression.includes('\n'))
    // The longest name is the least likely to stand in an expression for something else.
    .sort(
      (a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
    );
  const [sibling] = siblings;
  if (!sibling) {
    return undefined;
  }
  return sibling.expression
    .replace(word(sibling.name), service)
    .replace(
      new RegExp(`\\bmodule\\.${moduleNameOf(sibling.name)}_`, 'g'),
      `module.${moduleNameOf(service)}_`,
    );
}

/** The service that a call belongs to, as its file says. */
function serviceOf(call: ModuleCall): string | undefined {
  return call.file.match(/\/service-([^/]+)\.tf$/)?.[1];
}

function word(name: string): RegExp {
  return new RegExp(
    `(?<![a-zA-Z0-9_-])${name.replace(/[.]/g, '\\.')}(?![a-zA-Z0-9_-])`,
    'g',
  );
}
