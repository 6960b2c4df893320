const TIMEOUT_MILLISECONDS = 5_000;
const PAGE = 100;

/**
 * What is for sale: products of `product`, with what `inventory` has of them, read again and again in the background.
 * A reading that fails leaves the last good one in place.
 */
export function createAssortment({ productUrl, inventoryUrl, log }) {
  let listings = [];
  let readAt;

  const get = async url => {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok)
      throw new Error(`${new URL(url).host} answered ${response.status}`);
    return response.json();
  };

  const readProducts = async () => {
    const products = [];
    for (;;) {
      const after = encodeURIComponent(products.at(-1)?.sku ?? '');
      const page = await get(
        `${productUrl}/products?limit=${PAGE}&after=${after}`,
      );
      products.push(...page);
      if (page.length < PAGE) return products;
    }
  };

  return {
    listings: () => listings,
    /** When the assortment was last read, undefined before the first time. */
    readAt: () => readAt,
    async refresh() {
      try {
        const [products, stock] = await Promise.all([
          readProducts(),
          get(`${inventoryUrl}/stock`),
        ]);
        const available = new Map(
          stock.map(level => [level.sku, level.available]),
        );
        listings = products.map(product => ({
          ...product,
          available: (available.get(product.sku) ?? 0) > 0,
        }));
        readAt = new Date();
      } catch (error) {
        log.warn('the assortment could not be read', { cause: error.message });
      }
    },
  };
}
