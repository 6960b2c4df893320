import { computedAttribute } from './computedAttribute';
import type { Attributes, ModuleSource } from './readModule';

/** What only a real plan would know. Names that depend on it are refused; everything else does without. */
export const UNKNOWN = Symbol('unknown');

const WHOLE = /^\$\{([^{}]*)\}$/;
const PART = /\$\{([^{}]*)\}/g;
const TRAVERSAL = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;
/** Functions that leave their one argument as it is, for our purpose. */
const PASSING_FUNCTION =
  /^(?:toset|tolist|tostring|tonumber|sort|distinct)\((.*)\)$/s;

/** Evaluates expressions of one module with its inputs: references, templates and very few functions; all else is UNKNOWN. */
export class ModuleScope {
  readonly source: ModuleSource;
  readonly #inputs: Attributes;
  readonly #children: ReadonlyMap<string, ModuleScope>;

  constructor(
    source: ModuleSource,
    inputs: Attributes,
    children: ReadonlyMap<string, ModuleScope>,
  ) {
    this.source = source;
    this.#inputs = inputs;
    this.#children = children;
  }

  /** @param each - the present item of a `for_each` */
  evaluate(value: unknown, each?: string): unknown {
    if (Array.isArray(value)) {
      return value.map(item => this.evaluate(item, each));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          this.evaluate(item, each),
        ]),
      );
    }
    return typeof value === 'string' ? this.#evaluateText(value, each) : value;
  }

  output(name: string): unknown {
    return this.evaluate(this.source.outputs.get(name)?.value ?? UNKNOWN);
  }

  #evaluateText(text: string, each: string | undefined): unknown {
    const whole = WHOLE.exec(text);
    if (whole) {
      return this.#evaluateExpression(whole[1].trim(), each);
    }
    let known = true;
    const filled = text.replace(PART, (_match, expression: string) => {
      const value = this.#evaluateExpression(expression.trim(), each);
      known &&= typeof value === 'string' || typeof value === 'number';
      return String(value);
    });
    return known && !filled.includes('${') ? filled : UNKNOWN;
  }

  #evaluateExpression(expression: string, each: string | undefined): unknown {
    const argument = PASSING_FUNCTION.exec(expression);
    if (argument) {
      return this.#evaluateExpression(argument[1].trim(), each);
    }
    const path = expression.split('.');
    return TRAVERSAL.test(expression) ? this.#lookUp(path, each) : UNKNOWN;
  }

  #lookUp(path: string[], each: string | undefined): unknown {
    const [root, name, attribute] = path;
    switch (root) {
      case 'var':
        return path.length === 2 ? this.#variable(name) : UNKNOWN;
      case 'local':
        return path.length === 2 && name in this.source.locals
          ? this.evaluate(this.source.locals[name])
          : UNKNOWN;
      case 'each':
        return each ?? UNKNOWN;
      case 'module':
        return this.#children.get(name)?.output(attribute) ?? UNKNOWN;
      default:
        return path.length === 3
          ? this.#resourceAttribute(root, name, attribute)
          : UNKNOWN;
    }
  }

  #variable(name: string): unknown {
    if (name in this.#inputs) {
      return this.#inputs[name];
    }
    const variable = this.source.variables.get(name);
    return variable && 'default' in variable
      ? this.evaluate(variable.default)
      : UNKNOWN;
  }

  #resourceAttribute(type: string, name: string, attribute: string): unknown {
    const resource = this.source.resources.get(`${type}.${name}`);
    if (!resource || 'for_each' in resource || 'count' in resource) {
      return UNKNOWN;
    }
    if (attribute in resource) {
      return this.evaluate(resource[attribute]);
    }
    const own = this.evaluate(resource.name);
    return typeof own === 'string'
      ? (computedAttribute(type, attribute, own) ?? UNKNOWN)
      : UNKNOWN;
  }
}
