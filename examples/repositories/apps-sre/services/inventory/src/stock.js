import { randomUUID } from 'node:crypto';
import { Problem } from './http/problem.js';

const HOLD_MILLISECONDS = 15 * 60 * 1_000;

/**
 * Stock levels and what of them is held for orders, in memory. A reservation is `held` until it is committed, released,
 * or older than fifteen minutes.
 */
export function createStock({ now = Date.now, onHand = {} } = {}) {
  const levels = new Map(Object.entries(onHand));
  const reservations = new Map();

  const expire = () => {
    for (const reservation of reservations.values()) {
      if (reservation.state === 'held' && reservation.expiresAt <= now()) {
        reservation.state = 'expired';
      }
    }
  };

  const reservedOf = sku => {
    let sum = 0;
    for (const { state, items } of reservations.values()) {
      if (state !== 'held') continue;
      sum += items.find(item => item.sku === sku)?.quantity ?? 0;
    }
    return sum;
  };

  const read = sku => {
    expire();
    const level = levels.get(sku) ?? 0;
    const reserved = reservedOf(sku);
    return { sku, onHand: level, reserved, available: level - reserved };
  };

  return {
    read,

    list: () => [...levels.keys()].sort().map(read),

    setLevel(sku, level) {
      const { reserved } = read(sku);
      if (!Number.isInteger(level) || level < reserved) {
        throw new Problem(
          400,
          `onHand must be a whole number of at least ${reserved}, which is reserved`,
        );
      }
      levels.set(sku, level);
      return read(sku);
    },

    /** Holds all items or none. An order that asks again gets the reservation it has. */
    reserve(orderId, wanted) {
      expire();
      for (const reservation of reservations.values()) {
        if (reservation.orderId === orderId && reservation.state === 'held') {
          return viewOf(reservation);
        }
      }
      const items = merge(wanted);
      for (const { sku, quantity } of items) {
        const { available } = read(sku);
        if (quantity > available) {
          throw new Problem(409, `Only ${available} of ${sku} are left`);
        }
      }
      const reservation = {
        id: randomUUID(),
        orderId,
        items,
        state: 'held',
        expiresAt: now() + HOLD_MILLISECONDS,
      };
      reservations.set(reservation.id, reservation);
      return viewOf(reservation);
    },

    commit(id) {
      expire();
      const reservation = reservations.get(id);
      if (!reservation) throw new Problem(404, 'There is no such reservation');
      if (reservation.state === 'committed') return viewOf(reservation);
      if (reservation.state !== 'held') {
        throw new Problem(409, `The reservation is ${reservation.state}`);
      }
      reservation.state = 'committed';
      for (const { sku, quantity } of reservation.items) {
        levels.set(sku, levels.get(sku) - quantity);
      }
      return viewOf(reservation);
    },

    /** Lets stock go. Releasing what is not held any more changes nothing, so that it can be repeated. */
    release(id) {
      const reservation = reservations.get(id);
      if (reservation?.state === 'held') reservation.state = 'released';
    },
  };
}

/** One entry an item, so that an item asked for twice is checked against its sum. */
function merge(wanted) {
  const quantities = new Map();
  for (const { sku, quantity } of wanted) {
    if (!sku || !Number.isInteger(quantity) || quantity < 1) {
      throw new Problem(
        400,
        'Each item needs a sku and a quantity of at least 1',
      );
    }
    quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  }
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}

function viewOf({ id, orderId, items, state, expiresAt }) {
  return {
    id,
    orderId,
    items,
    state,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
