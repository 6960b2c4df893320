import express from 'express';
import { Problem } from './http/problem.js';
import { createService } from './http/service.js';

/** Stock over HTTP, as openapi.yaml describes it. */
export function createApp({ stock, log }) {
  return createService({
    log,
    routes: app => {
      app.use(express.json({ limit: '64kb' }));

      app.get('/stock', (_request, response) => {
        response.json(stock.list());
      });
      app.get('/stock/:sku', (request, response) => {
        response.json(stock.read(request.params.sku));
      });
      app.put('/stock/:sku', (request, response) => {
        response.json(stock.setLevel(request.params.sku, request.body?.onHand));
      });

      app.post('/reservations', (request, response) => {
        const { orderId, items } = request.body ?? {};
        if (!orderId || !Array.isArray(items) || items.length === 0) {
          throw new Problem(400, 'orderId and items are needed');
        }
        response.status(201).json(stock.reserve(orderId, items));
      });
      app.delete('/reservations/:id', (request, response) => {
        stock.release(request.params.id);
        response.status(204).end();
      });
      app.post('/reservations/:id/commit', (request, response) => {
        response.json(stock.commit(request.params.id));
      });
    },
  });
}
