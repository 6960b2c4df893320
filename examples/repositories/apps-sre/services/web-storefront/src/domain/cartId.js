const KEY = 'shopstack.cart';

/** The cart of this browser. It survives a reload; where nothing can be stored, it lives as long as the page. */
export function readCartId(storage, create = () => crypto.randomUUID()) {
  try {
    const known = storage.getItem(KEY);
    if (known) return known;
    const fresh = create();
    storage.setItem(KEY, fresh);
    return fresh;
  } catch {
    return create();
  }
}

/** Items in a cart, each as often as it is in it. */
export function countItems(cart) {
  return (cart?.items ?? []).reduce((sum, item) => sum + item.quantity, 0);
}
