import { randomUUID } from 'node:crypto';
import { Problem } from './http/problem.js';
import { cancel, fulfil } from './saga.js';
import { advance } from './states.js';

const MOST_AT_ONCE = 200;

/** Orders, held in memory. `onChange` hears of every state that an order reached. */
export function createOrders({ services, onChange, currency = 'EUR' }) {
  const orders = new Map();
  const at = () => new Date().toISOString();

  const save = async order => {
    orders.set(order.id, order);
    onChange(order);
    return order;
  };
  const find = id => {
    const order = orders.get(id);
    if (!order) throw new Problem(404, 'There is no such order');
    return order;
  };

  return {
    read: id => viewOf(find(id)),

    /** Newest first; with a state, only those in it. */
    list({ state, limit = 50 }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_AT_ONCE) {
        throw new Problem(
          400,
          `limit must be a whole number from 1 to ${MOST_AT_ONCE}`,
        );
      }
      return [...orders.values()]
        .reverse()
        .filter(order => state === undefined || order.state === state)
        .slice(0, limit)
        .map(viewOf);
    },

    async place({ cartId, userId, paymentSource }) {
      if (!cartId || !userId || !paymentSource) {
        throw new Problem(400, 'cartId, userId and paymentSource are needed');
      }
      const cart = await services.cart.read(cartId);
      if (cart.items.length === 0) throw new Problem(400, 'The cart is empty');

      const placed = await save({
        id: randomUUID(),
        state: 'placed',
        userId,
        total: cart.total,
        currency,
        source: paymentSource,
        items: cart.items.map(({ sku, quantity }) => ({ sku, quantity })),
        history: [{ state: 'placed', at: at() }],
      });
      const order = await fulfil(placed, { services, save });
      if (order.state === 'confirmed') {
        // The order stands whether or not the cart can be emptied now.
        await services.cart.empty(cartId).catch(() => undefined);
      }
      return viewOf(order);
    },

    cancel: async id => viewOf(await cancel(find(id), { services, save })),

    ship: async id =>
      viewOf(await save(advance(find(id), 'shipped', { at: at() }))),
  };
}

/** What a client sees: never the card token. */
function viewOf({
  id,
  state,
  userId,
  total,
  currency,
  items,
  reason,
  history,
}) {
  return { id, state, userId, total, currency, items, reason, history };
}
