import express from 'express';
import { createMetrics } from './http/metrics.js';
import { Problem } from './http/problem.js';
import { createService } from './http/service.js';
import { createIdempotency } from './idempotency.js';
import { checkAmount, createLedger } from './ledger.js';

/** Payments over HTTP, as openapi.yaml describes them. */
export function createApp({ processor, log }) {
  const metrics = createMetrics();
  const ledger = createLedger();
  const idempotency = createIdempotency();
  const payments = metrics.counter('payments_total', 'Captures by outcome.', [
    'outcome',
  ]);

  const capture = async ({ orderId, amount, currency, source }, key) => {
    try {
      const { id: charge } = await processor.charge({
        amount,
        currency,
        source,
        key,
      });
      payments.inc({ outcome: 'captured' });
      return ledger.record({ orderId, amount, currency, charge });
    } catch (error) {
      payments.inc({ outcome: error.status === 402 ? 'declined' : 'failed' });
      throw error;
    }
  };

  return createService({
    log,
    metrics,
    routes: app => {
      app.use(express.json({ limit: '16kb' }));

      app.post('/payments', async (request, response) => {
        const key = request.get('idempotency-key');
        const body = checkCapture(request.body ?? {});
        const payment = await idempotency.once(key, ['capture', body], () =>
          capture(body, key),
        );
        response.status(201).json(payment);
      });
      app.get('/payments/:id', (request, response) => {
        response.json(ledger.read(request.params.id));
      });
      app.post('/payments/:id/refunds', async (request, response) => {
        const key = request.get('idempotency-key');
        const { id } = request.params;
        const amount = request.body?.amount;
        const payment = await idempotency.once(
          key,
          ['refund', id, amount],
          () =>
            ledger.refund(id, amount, refund =>
              processor.refund({ ...refund, key }),
            ),
        );
        response.status(201).json(payment);
      });
    },
  });
}

function checkCapture({ orderId, amount, currency, source }) {
  checkAmount(amount);
  if (!/^[A-Z]{3}$/.test(currency ?? '')) {
    throw new Problem(400, 'currency must be three capital letters');
  }
  if (!orderId || !source)
    throw new Problem(400, 'orderId and source are needed');
  return { orderId, amount, currency, source };
}
