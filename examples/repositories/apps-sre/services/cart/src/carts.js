import { redeem } from './coupons.js';
import { Problem } from './http/problem.js';
import { totalsOf } from './totals.js';

const MOST_OF_ONE = 99;

/** Carts by their id, held in memory. `stock` answers how many of an item can be had, or undefined when nobody knows. */
export function createCarts({ stock, now = () => new Date() }) {
  const carts = new Map();
  const of = id => carts.get(id) ?? { items: [], campaign: undefined };

  const view = id => {
    const { items, campaign } = of(id);
    return { id, coupon: campaign?.code, ...totalsOf(items, campaign) };
  };

  return {
    read: view,

    empty(id) {
      carts.delete(id);
    },

    async setItem(id, sku, { quantity, unitPrice, taxRate }) {
      checkWhole('quantity', quantity, 1, MOST_OF_ONE);
      checkWhole('unitPrice', unitPrice, 0, 100_000_000);
      if (taxRate !== undefined) checkWhole('taxRate', taxRate, 0, 10_000);

      const before = of(id).items.find(item => item.sku === sku)?.quantity ?? 0;
      if (quantity > before) {
        const available = await stock(sku);
        if (available !== undefined && quantity > available) {
          throw new Problem(409, `Only ${available} of ${sku} are in stock`);
        }
      }
      const cart = of(id);
      const item = { sku, quantity, unitPrice, taxRate };
      const known = cart.items.some(other => other.sku === sku);
      const items = known
        ? cart.items.map(other => (other.sku === sku ? item : other))
        : [...cart.items, item];
      carts.set(id, { ...cart, items });
      return view(id);
    },

    removeItem(id, sku) {
      const cart = of(id);
      carts.set(id, {
        ...cart,
        items: cart.items.filter(item => item.sku !== sku),
      });
      return view(id);
    },

    applyCoupon(id, code) {
      const cart = of(id);
      const { subtotal } = totalsOf(cart.items);
      const campaign = redeem(code, { subtotal, now: now() });
      carts.set(id, { ...cart, campaign });
      return view(id);
    },
  };
}

function checkWhole(name, value, least, most) {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Problem(
      400,
      `${name} must be a whole number from ${least} to ${most}`,
    );
  }
}
