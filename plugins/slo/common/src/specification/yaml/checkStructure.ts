import { type Node, type Pair, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Problems } from './Problems';
import { MOST_DEPTH } from './scanYaml';

/** Refuses keys that are no text, keys that come twice in one mapping, and nesting that the scan could not see. */
export function checkStructure(root: Node, problems: Problems): void {
  const waiting: { node: Node; depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > MOST_DEPTH) {
      problems.refuse(
        { offset: startOf(node) },
        `nested more than ${MOST_DEPTH} levels deep`,
      );
      return;
    }
    for (const child of childrenOf(node, problems)) {
      waiting.push({ node: child, depth: depth + 1 });
    }
  }
}

function childrenOf(node: Node, problems: Problems): Node[] {
  if (isSeq(node)) return node.items.filter(isNode);
  if (!isMap(node)) return [];
  const keys = new Set<string>();
  for (const { key } of node.items) {
    const name = textOfKey(key);
    const offset = isNode(key) ? startOf(key) : startOf(node);
    if (name === undefined) {
      problems.refuse({ offset }, 'a key must be text');
    } else if (keys.has(name)) {
      problems.refuse({ offset }, `the key "${name}" stands here twice`);
    } else {
      keys.add(name);
    }
  }
  return node.items.map(({ value }) => value).filter(isNode);
}

/** The text of a key; undefined for numbers, lists and the like. */
export function textOfKey(key: Pair['key']): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

/** Offset at which a node of a parsed text begins. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
