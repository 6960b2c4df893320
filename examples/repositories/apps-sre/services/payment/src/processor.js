import { randomUUID } from 'node:crypto';
import { Problem } from './http/problem.js';

const TIMEOUT_MILLISECONDS = 8_000;

/** The card processor. It knows our keys, so a request that we repeat after a timeout charges nobody twice. */
export function createProcessor({ url, token }) {
  const post = async (path, body, key) => {
    let response;
    try {
      response = await fetch(url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
    } catch (error) {
      throw new Problem(
        502,
        `The card processor did not answer: ${error.name}`,
      );
    }
    if (response.status === 402)
      throw new Problem(402, 'The card was declined');
    if (!response.ok) {
      throw new Problem(502, `The card processor answered ${response.status}`);
    }
    return response.json();
  };

  return {
    charge: ({ amount, currency, source, key }) =>
      post('/charges', { amount, currency, source }, key),
    refund: ({ charge, amount, key }) =>
      post(`/charges/${encodeURIComponent(charge)}/refunds`, { amount }, key),
  };
}

/** Stands in where no processor is configured: moves no money, and declines the token `tok_declined`. */
export function createSandbox() {
  return {
    async charge({ source }) {
      if (source === 'tok_declined')
        throw new Problem(402, 'The card was declined');
      return { id: `sandbox-${randomUUID()}` };
    },
    async refund() {
      return { id: `sandbox-${randomUUID()}` };
    },
  };
}
