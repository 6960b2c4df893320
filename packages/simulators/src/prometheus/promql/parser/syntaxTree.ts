import { parser } from '@prometheus-io/lezer-promql';
import { PromqlSyntaxError } from '../errors';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** A node of the grammar with the text it stands for. */
export class SyntaxTree {
  constructor(
    readonly node: SyntaxNode,
    readonly source: string,
  ) {}

  get kind(): string {
    return this.node.type.name;
  }

  get text(): string {
    return this.source.slice(this.node.from, this.node.to);
  }

  get children(): SyntaxTree[] {
    const found: SyntaxTree[] = [];
    for (let at = this.node.firstChild; at; at = at.nextSibling) {
      if (at.type.name !== 'LineComment') {
        found.push(new SyntaxTree(at, this.source));
      }
    }
    return found;
  }

  child(kind: string): SyntaxTree | undefined {
    return this.children.find(child => child.kind === kind);
  }

  /** Children that are expressions; the grammar marks them with a group. */
  get expressions(): SyntaxTree[] {
    return this.children.filter(child => child.node.type.is('Expr'));
  }

  fail(message: string): never {
    throw new PromqlSyntaxError(
      `${position(this.source, this.node.from)}: parse error: ${message}`,
    );
  }
}

/** The expression of a query. Throws PromqlSyntaxError with line and column when it is not PromQL. */
export function parseSyntaxTree(query: string): SyntaxTree {
  if (query.trim() === '') {
    throw new PromqlSyntaxError(
      'unknown position: parse error: no expression found in input',
    );
  }
  const tree = parser.parse(query);
  let fault: SyntaxNode | undefined;
  tree.iterate({
    enter: reference => {
      if (reference.type.isError) fault ??= reference.node;
      return fault === undefined;
    },
  });
  if (fault) {
    new SyntaxTree(fault, query).fail(explain(fault, query));
  }
  const [expression] = new SyntaxTree(tree.topNode, query).expressions;
  if (!expression) {
    throw new PromqlSyntaxError(
      'unknown position: parse error: no expression found in input',
    );
  }
  return expression;
}

function explain(fault: SyntaxNode, query: string): string {
  const unknown = /([A-Za-z_]\w*)\s*$/.exec(query.slice(0, fault.from));
  if (unknown && /^\s*\(/.test(query.slice(fault.from))) {
    return `unknown function with name "${unknown[1]}"`;
  }
  const rest = query.slice(fault.from).trimStart();
  if (rest === '') return 'unexpected end of input';
  const word = /^\w+|^[^\w\s]+/.exec(rest)?.[0] ?? rest[0];
  return `unexpected "${word}"`;
}

function position(query: string, offset: number): string {
  const before = query.slice(0, offset).split('\n');
  return `${before.length}:${before[before.length - 1].length + 1}`;
}
