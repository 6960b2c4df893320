/** How deep a list may lie in an answer: Prometheus has `data.result`, GraphQL `data.owner.repositories.nodes`. */
const MAX_DEPTH = 4;

/** The same answer with every list in it emptied and every total at zero, as an upstream that has nothing. */
export function withoutItems(body: unknown, depth: number = 0): unknown {
  if (Array.isArray(body)) {
    return [];
  }
  if (depth > MAX_DEPTH || typeof body !== 'object' || body === null) {
    return body;
  }
  const entries = Object.entries(body).map(([key, value]) => [
    key,
    key === 'total_count' ? 0 : withoutItems(value, depth + 1),
  ]);
  return Object.fromEntries(entries);
}
