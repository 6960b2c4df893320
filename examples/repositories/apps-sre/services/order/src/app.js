import express from 'express';
import { createMetrics } from './http/metrics.js';
import { createService } from './http/service.js';
import { createOrders } from './orders.js';

const OUTCOMES = new Set(['confirmed', 'rejected', 'cancelled']);

/** Orders over HTTP, as openapi.yaml describes them. */
export function createApp({ services, outbox, log }) {
  const metrics = createMetrics();
  const counter = metrics.counter('orders_total', 'Orders by outcome.', [
    'outcome',
  ]);
  const orders = createOrders({
    services,
    onChange: order => {
      if (OUTCOMES.has(order.state)) counter.inc({ outcome: order.state });
      outbox.add(order, order.history.at(-1).at);
      outbox.flush();
    },
  });

  return createService({
    log,
    metrics,
    routes: app => {
      app.use(express.json({ limit: '16kb' }));

      app.post('/orders', async (request, response) => {
        response.status(201).json(await orders.place(request.body ?? {}));
      });
      app.get('/orders', (request, response) => {
        const { state, limit } = request.query;
        response.json(orders.list({ state, limit: limit && Number(limit) }));
      });
      app.get('/orders/:id', (request, response) => {
        response.json(orders.read(request.params.id));
      });
      app.post('/orders/:id/cancel', async (request, response) => {
        response.json(await orders.cancel(request.params.id));
      });
      app.post('/orders/:id/shipments', async (request, response) => {
        response.json(await orders.ship(request.params.id));
      });
    },
  });
}
