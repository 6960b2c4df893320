import { Problem } from './http/problem.js';

const TIMEOUT_MILLISECONDS = 5_000;

/** The services that an order needs. Each call carries the order's id, so that a repeated one has no second effect. */
export function createServices({ cartUrl, inventoryUrl, paymentUrl, log }) {
  const call = async (name, base, method, path, { body, headers } = {}) => {
    let response;
    try {
      response = await fetch(base + path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
    } catch (error) {
      throw new Problem(502, `${name} did not answer (${error.name})`);
    }
    const answer = response.status === 204 ? undefined : await response.json();
    if (response.ok) return answer;
    throw new Problem(
      response.status < 500 ? response.status : 502,
      answer?.detail ?? `${name} answered ${response.status}`,
    );
  };
  const path = (...segments) =>
    `/${segments.map(encodeURIComponent).join('/')}`;

  return {
    log,
    cart: {
      read: id => call('cart', cartUrl, 'GET', path('carts', id)),
      empty: id => call('cart', cartUrl, 'DELETE', path('carts', id)),
    },
    inventory: {
      reserve: async ({ id, items }) => {
        const body = { orderId: id, items };
        return (
          await call('inventory', inventoryUrl, 'POST', '/reservations', {
            body,
          })
        ).id;
      },
      commit: id =>
        call(
          'inventory',
          inventoryUrl,
          'POST',
          path('reservations', id, 'commit'),
        ),
      release: id =>
        call('inventory', inventoryUrl, 'DELETE', path('reservations', id)),
    },
    payment: {
      capture: async ({ id, total, currency, source }) => {
        const body = { orderId: id, amount: total, currency, source };
        const headers = { 'idempotency-key': `order-${id}` };
        return (
          await call('payment', paymentUrl, 'POST', '/payments', {
            body,
            headers,
          })
        ).id;
      },
      refund: (payment, { id, total }) =>
        call(
          'payment',
          paymentUrl,
          'POST',
          path('payments', payment, 'refunds'),
          {
            body: { amount: total },
            headers: { 'idempotency-key': `refund-${id}` },
          },
        ),
    },
  };
}
