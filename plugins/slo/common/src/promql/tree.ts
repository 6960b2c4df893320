import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** A piece of a parsed expression with its text. Kinds are those of the grammar of `@prometheus-io/lezer-promql`. */
export class PromqlNode {
  readonly #source: string;
  readonly #node: SyntaxNode;

  constructor(source: string, node: SyntaxNode) {
    this.#source = source;
    this.#node = node;
  }

  get kind(): string {
    return this.#node.name;
  }

  get isError(): boolean {
    return this.#node.type.isError;
  }

  get text(): string {
    return this.#source.slice(this.from, this.to);
  }

  /** Offsets into the expression. */
  get from(): number {
    return this.#node.from;
  }

  get to(): number {
    return this.#node.to;
  }

  get children(): PromqlNode[] {
    const children: PromqlNode[] = [];
    for (let child = this.#node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'LineComment') {
        children.push(new PromqlNode(this.#source, child));
      }
    }
    return children;
  }

  child(kind: string): PromqlNode | undefined {
    return this.children.find(each => each.kind === kind);
  }

  /** This node and all below it, outermost first. */
  *all(): Generator<PromqlNode> {
    // Without recursion: a sum of thousands of terms is thousands of levels deep.
    const waiting: PromqlNode[] = [this];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      yield next;
      waiting.push(...next.children.reverse());
    }
  }

  /** The expression inside parentheses that only wrap it. */
  unwrapped(): PromqlNode {
    if (this.kind !== 'ParenExpr') return this;
    const inner = this.children.find(
      ({ kind }) => kind !== '(' && kind !== ')',
    );
    return inner ? inner.unwrapped() : this;
  }
}

/** The root node `PromQL` of an expression; errors of syntax are nodes in it. */
export function parsePromql(expression: string): PromqlNode {
  return new PromqlNode(expression, parser.parse(expression).topNode);
}

/** The whole expression below the root; undefined when its syntax is wrong. */
export function topExpression(expression: string): PromqlNode | undefined {
  const root = parsePromql(expression);
  for (const node of root.all()) if (node.isError) return undefined;
  const [first, ...more] = root.children;
  return first && more.length === 0 ? first : undefined;
}
