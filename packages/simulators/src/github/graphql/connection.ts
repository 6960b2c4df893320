/** The arguments that page a list. */
export interface ConnectionArguments {
  first?: number;
  last?: number;
  after?: string;
}

/** GitHub's limit for one page. */
const MAX_SIZE = 100;

/** One page of a list in GraphQL's form. `limit` makes it smaller than asked. */
export function connection<T>(
  items: readonly T[],
  { first, last, after }: ConnectionArguments,
  limit: (asked: number) => number = asked => asked,
) {
  const asked = first ?? last;
  if (asked === undefined || asked < 0 || asked > MAX_SIZE) {
    throw new Error(
      `You must provide a \`first\` or \`last\` value between 0 and ${MAX_SIZE} to properly paginate the connection.`,
    );
  }
  const size = limit(asked);
  const start =
    first === undefined ? Math.max(0, items.length - size) : readCursor(after);
  const nodes = items.slice(start, start + size);
  const cursor = (index: number) => writeCursor(start + index + 1);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ cursor: cursor(index), node })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: start + nodes.length < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursor(0) : null,
      endCursor: nodes.length > 0 ? cursor(nodes.length - 1) : null,
    },
  };
}

function writeCursor(position: number): string {
  return Buffer.from(`cursor:${position}`).toString('base64');
}

function readCursor(cursor: string | undefined): number {
  if (!cursor) return 0;
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const position = /^cursor:(\d+)$/.exec(text)?.[1];
  if (!position) {
    throw new Error(`\`${cursor}\` does not appear to be a valid cursor.`);
  }
  return Number(position);
}
