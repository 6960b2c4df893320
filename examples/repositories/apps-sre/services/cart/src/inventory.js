const TIMEOUT_MILLISECONDS = 1_000;

/**
 * Asks inventory how many of an item can be had. Answers undefined when inventory does not: a customer may still fill
 * a cart then, because the order reserves stock anyway.
 */
export function createStock({ url, log }) {
  if (!url) return async () => undefined;
  return async sku => {
    try {
      const response = await fetch(`${url}/stock/${encodeURIComponent(sku)}`, {
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
      if (!response.ok)
        throw new Error(`inventory answered ${response.status}`);
      return (await response.json()).available;
    } catch (error) {
      log.warn('stock is not known', { sku, cause: error.message });
      return undefined;
    }
  };
}
