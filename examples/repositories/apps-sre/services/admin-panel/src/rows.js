/** States of an order, in the order of its life. */
export const STATES = [
  'placed',
  'reserved',
  'paid',
  'confirmed',
  'shipped',
  'compensating',
  'cancelled',
  'rejected',
];

/** Orders in a state, all of them for an empty one. */
export function inState(orders, state) {
  return state ? orders.filter(order => order.state === state) : orders;
}

/** Rows by one of their columns: numbers as numbers, texts as people sort them. Equal rows stay as they were. */
export function sortBy(rows, column, direction = 'ascending') {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a[column], b[column]));
}

function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'en', {
    numeric: true,
  });
}
