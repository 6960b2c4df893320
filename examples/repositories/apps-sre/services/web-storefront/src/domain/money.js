/**
 * The cents of a decimal number as the catalog writes prices ("12.5", "1200.00"). Never through a floating point
 * number, in which 1.005 is a little less than it says.
 */
export function toCents(text) {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new TypeError(`"${text}" is not a price`);
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Cents in the language of the customer. */
export function formatMoney(cents, { locale, currency = 'EUR' } = {}) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    cents / 100,
  );
}
