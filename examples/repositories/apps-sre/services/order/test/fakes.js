import { silentLog } from '../src/http/log.js';

/** Services that write down what they were asked, and fail where `failing` says so. */
export function createFakes({ failing = new Set() } = {}) {
  const calls = [];
  const step = (name, answer) => async () => {
    calls.push(name);
    if (failing.has(name)) throw new Error(`${name} is broken`);
    return answer;
  };
  return {
    calls,
    failing,
    log: silentLog,
    cart: {
      read: step('read cart', {
        total: 2_380,
        items: [{ sku: 'MUG', quantity: 2, unitPrice: 1_000 }],
      }),
      empty: step('empty cart'),
    },
    inventory: {
      reserve: step('reserve', 'reservation-1'),
      commit: step('commit'),
      release: step('release'),
    },
    payment: { capture: step('capture', 'payment-1'), refund: step('refund') },
  };
}
