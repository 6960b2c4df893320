import { randomUUID } from 'node:crypto';
import { Problem } from './http/problem.js';

/** Payments and what was returned of them, held in memory. Amounts are in the smallest unit of their currency. */
export function createLedger() {
  const payments = new Map();

  const find = id => {
    const payment = payments.get(id);
    if (!payment) throw new Problem(404, 'There is no such payment');
    return payment;
  };

  return {
    read: id => viewOf(find(id)),

    record({ orderId, amount, currency, charge }) {
      const id = randomUUID();
      const payment = {
        id,
        orderId,
        amount,
        currency,
        charge,
        refunded: 0,
        reserved: 0,
      };
      payments.set(id, payment);
      return viewOf(payment);
    },

    /**
     * Returns money through `send`. The amount is set aside first, so that two refunds at once cannot return more
     * than was captured; it is given back when sending fails.
     */
    async refund(id, amount, send) {
      checkAmount(amount);
      const payment = find(id);
      const left = payment.amount - payment.refunded - payment.reserved;
      if (amount > left)
        throw new Problem(409, `Only ${left} is left to refund`);

      payment.reserved += amount;
      try {
        await send({ charge: payment.charge, amount });
        payment.refunded += amount;
      } finally {
        payment.reserved -= amount;
      }
      return viewOf(payment);
    },
  };
}

/** @throws {Problem} when an amount is not a whole number above zero */
export function checkAmount(amount) {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Problem(400, 'amount must be a whole number above zero');
  }
}

function viewOf({ id, orderId, amount, refunded, currency }) {
  const state =
    refunded === 0
      ? 'captured'
      : refunded < amount
        ? 'partially-refunded'
        : 'refunded';
  return { id, orderId, amount, refunded, currency, state };
}
