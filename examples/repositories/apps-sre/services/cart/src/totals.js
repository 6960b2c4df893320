import { discountOf } from './coupons.js';
import { allocate, share } from './money.js';

/** Tax of an item that does not say otherwise: 19 %. */
export const STANDARD_RATE = 1_900;

/**
 * What a cart costs. The discount is rounded once and shared out over the lines; tax is rounded line by line on what
 * is left of each, so that the lines of an invoice add up to its total.
 */
export function totalsOf(items, campaign) {
  const gross = items.map(item => item.quantity * item.unitPrice);
  const subtotal = gross.reduce((sum, value) => sum + value, 0);
  const small = campaign && subtotal < (campaign.minimum ?? 0);
  const discount = campaign && !small ? discountOf(campaign, subtotal) : 0;
  const discounts = allocate(discount, gross);

  const lines = items.map((item, index) => {
    const net = gross[index] - discounts[index];
    const tax = share(net, item.taxRate ?? STANDARD_RATE);
    return { ...item, discount: discounts[index], tax, total: net + tax };
  });
  const tax = lines.reduce((sum, line) => sum + line.tax, 0);
  return {
    items: lines,
    subtotal,
    discount,
    tax,
    total: subtotal - discount + tax,
  };
}
