/** The tree that customers browse. Slugs are part of addresses: rename what is shown, not the slug. */
export const tree = [
  {
    slug: 'kitchen',
    name: 'Kitchen',
    children: [
      { slug: 'mugs', name: 'Mugs and cups', children: [] },
      { slug: 'coffee', name: 'Coffee and tea', children: [] },
    ],
  },
  {
    slug: 'clothes',
    name: 'Clothes',
    children: [
      { slug: 'shirts', name: 'Shirts', children: [] },
      { slug: 'bags', name: 'Bags', children: [] },
    ],
  },
];

/** The slugs of a category and of all below it; undefined when there is no such category. */
export function slugsBelow(slug, nodes = tree) {
  for (const node of nodes) {
    if (node.slug === slug) return collect(node);
    const found = slugsBelow(slug, node.children);
    if (found) return found;
  }
  return undefined;
}

/** Names from the top down to a category; empty when there is none. */
export function breadcrumb(slug, nodes = tree) {
  for (const node of nodes) {
    if (node.slug === slug) return [node.name];
    const below = breadcrumb(slug, node.children);
    if (below.length > 0) return [node.name, ...below];
  }
  return [];
}

function collect(node) {
  return [node.slug, ...node.children.flatMap(collect)];
}
