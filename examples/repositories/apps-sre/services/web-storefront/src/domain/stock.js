const FEW = 5;

/** What a customer is told about stock: nothing that pushes, nothing that surprises at the checkout. */
export function stockWords({ available, left }) {
  if (!available) return 'Sold out';
  if (left === 1) return 'Last one';
  if (left !== undefined && left <= FEW) return `${left} left`;
  return 'In stock';
}
