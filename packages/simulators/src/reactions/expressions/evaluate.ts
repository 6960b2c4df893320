import { ExpressionError, tokenize, type Token } from './tokenize';

export type ExpressionValue = string | number | boolean;

/** What names in an expression mean: `github`, `env`, `needs`… as nested objects, and how the job stands so far. */
export interface ExpressionContext {
  values: Record<string, unknown>;
  /** A step of this job, or a job it needs, failed. */
  failed: boolean;
}

class Reader {
  readonly #expression: string;
  readonly #tokens: Token[];
  readonly #context: ExpressionContext;
  #position = 0;

  constructor(expression: string, context: ExpressionContext) {
    this.#expression = expression;
    this.#tokens = tokenize(expression);
    this.#context = context;
  }

  or(): ExpressionValue {
    let value = this.#and();
    while (this.#take('||')) {
      const right = this.#and();
      value = isTrue(value) ? value : right;
    }
    return value;
  }

  expect(kind: Token['kind'], text?: string): Token {
    const token = this.#tokens[this.#position];
    if (token.kind !== kind || (text !== undefined && token.text !== text)) {
      throw this.#error(`unexpected ${token.text}`);
    }
    this.#position += 1;
    return token;
  }

  #and(): ExpressionValue {
    let value = this.#comparison();
    while (this.#take('&&')) {
      const right = this.#comparison();
      value = isTrue(value) ? right : value;
    }
    return value;
  }

  #comparison(): ExpressionValue {
    const left = this.#unary();
    if (this.#take('==')) {
      return equal(left, this.#unary());
    }
    if (this.#take('!=')) {
      return !equal(left, this.#unary());
    }
    return left;
  }

  #unary(): ExpressionValue {
    if (this.#take('!')) {
      return !isTrue(this.#unary());
    }
    if (this.#take('(')) {
      const value = this.or();
      this.expect('operator', ')');
      return value;
    }
    const token = this.#tokens[this.#position];
    this.#position += 1;
    switch (token.kind) {
      case 'string':
        return token.text;
      case 'number':
        return Number(token.text);
      case 'name':
        return this.#take('(')
          ? this.#call(token.text)
          : this.#lookUp(token.text);
      default:
        throw this.#error(`unexpected ${token.text}`);
    }
  }

  #call(name: string): ExpressionValue {
    const values: string[] = [];
    while (!this.#take(')')) {
      if (values.length > 0) {
        this.expect('operator', ',');
      }
      values.push(String(this.or()).toLowerCase());
    }
    const [text = '', part = ''] = values;
    switch (name) {
      case 'success':
        return !this.#context.failed;
      case 'failure':
        return this.#context.failed;
      case 'always':
        return true;
      case 'cancelled':
        return false;
      case 'contains':
        return text.includes(part);
      case 'startsWith':
        return text.startsWith(part);
      case 'endsWith':
        return text.endsWith(part);
      default:
        throw this.#error(`the function ${name} is not known here`);
    }
  }

  #lookUp(name: string): ExpressionValue {
    if (name === 'true' || name === 'false') {
      return name === 'true';
    }
    const [root, ...rest] = name.split('.');
    if (!(root in this.#context.values)) {
      throw this.#error(`the context '${root}' is not known here`);
    }
    let value: unknown = this.#context.values[root];
    for (const key of rest) {
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined;
    }
    if (value === undefined || value === null) {
      return '';
    }
    if (typeof value === 'object') {
      throw this.#error(`${name} is not a single value`);
    }
    return value as ExpressionValue;
  }

  #take(operator: string): boolean {
    const token = this.#tokens[this.#position];
    const found = token.kind === 'operator' && token.text === operator;
    this.#position += found ? 1 : 0;
    return found;
  }

  #error(reason: string) {
    return new ExpressionError(
      `Cannot evaluate '${this.#expression.trim()}': ${reason}`,
    );
  }
}

/** As GitHub compares: texts without regard to case, different types as numbers. */
function equal(left: ExpressionValue, right: ExpressionValue): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase();
  }
  return Number(left) === Number(right);
}

/**
 * The named subset of GitHub's expressions that the simulated forge knows: strings, numbers, true and false, lookups by dots,
 * `==`, `!=`, `&&`, `||`, `!`, brackets, success(), failure(), always(), cancelled(), contains(), startsWith(), endsWith().
 *
 * @throws ExpressionError for anything else, and for a context that does not exist
 */
export function evaluate(
  expression: string,
  context: ExpressionContext,
): ExpressionValue {
  const reader = new Reader(expression, context);
  const value = reader.or();
  reader.expect('end');
  return value;
}

export function isTrue(value: ExpressionValue): boolean {
  return value !== '' && value !== 0 && value !== false;
}
