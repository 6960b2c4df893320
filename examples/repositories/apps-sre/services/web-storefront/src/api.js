/** What the gateway answers, or an error with a sentence for the customer. */
async function ask(path, options = {}) {
  const response = await fetch(`/api${path}`, {
    ...options,
    headers: { 'content-type': 'application/json' },
  });
  const body = await response.json().catch(() => undefined);
  if (!response.ok)
    throw new Error(body?.detail ?? 'The shop does not answer at the moment');
  return body;
}

const segment = encodeURIComponent;

export const api = {
  categories: () => ask('/categories'),
  products: slug => ask(`/categories/${segment(slug)}/products`),
  cart: id => ask(`/carts/${segment(id)}`),
  setItem: (id, sku, item) =>
    ask(`/carts/${segment(id)}/items/${segment(sku)}`, {
      method: 'PUT',
      body: JSON.stringify(item),
    }),
  removeItem: (id, sku) =>
    ask(`/carts/${segment(id)}/items/${segment(sku)}`, { method: 'DELETE' }),
};
