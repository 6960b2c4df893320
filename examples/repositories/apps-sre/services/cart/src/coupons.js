import { share } from './money.js';
import { Problem } from './http/problem.js';

/** Coupons of the running campaigns: a rate in hundredths of a percent, or an amount in cents. */
export const campaigns = [
  { code: 'WELCOME10', rate: 1_000 },
  { code: 'FIVEOFF', amount: 500, minimum: 3_000 },
  { code: 'SUMMER24', rate: 2_000, until: '2024-09-01T00:00:00Z' },
];

/**
 * The campaign of a code that a customer typed.
 *
 * @throws {Problem} when there is none, it is over, or the cart is too small
 */
export function redeem(code, { subtotal, now, from = campaigns }) {
  const wanted = String(code).trim().toUpperCase();
  const campaign = from.find(candidate => candidate.code === wanted);
  if (!campaign) throw new Problem(400, 'There is no such coupon');
  if (campaign.until && now >= new Date(campaign.until)) {
    throw new Problem(400, 'The coupon has expired');
  }
  if (subtotal < (campaign.minimum ?? 0)) {
    throw new Problem(
      400,
      `The coupon needs a cart of ${campaign.minimum} cents`,
    );
  }
  return campaign;
}

/** What a campaign takes off: never more than there is. */
export function discountOf(campaign, subtotal) {
  const discount = campaign.amount ?? share(subtotal, campaign.rate);
  return Math.min(discount, subtotal);
}
