const USUAL_THRESHOLD = 10;

/** Levels at which an item has to be bought again, where it is not the usual one. */
const THRESHOLDS = { BAG: 5, TEE: 25 };

/** Items below their threshold, the emptiest first. */
export function lowStock(levels) {
  return levels
    .map(level => ({ ...level, threshold: thresholdOf(level.sku) }))
    .filter(level => level.available < level.threshold)
    .sort(
      (a, b) =>
        a.available / a.threshold - b.available / b.threshold ||
        a.sku.localeCompare(b.sku),
    );
}

function thresholdOf(sku) {
  return THRESHOLDS[sku.split('-')[0]] ?? USUAL_THRESHOLD;
}
