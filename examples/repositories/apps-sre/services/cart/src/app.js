import express from 'express';
import { createService } from './http/service.js';

/** Carts over HTTP, as openapi.yaml describes them. */
export function createApp({ carts, log }) {
  return createService({
    log,
    routes: app => {
      app.use(express.json({ limit: '16kb' }));

      app.get('/carts/:id', (request, response) => {
        response.json(carts.read(request.params.id));
      });
      app.delete('/carts/:id', (request, response) => {
        carts.empty(request.params.id);
        response.status(204).end();
      });
      app.put('/carts/:id/items/:sku', async (request, response) => {
        const { id, sku } = request.params;
        response.json(await carts.setItem(id, sku, request.body ?? {}));
      });
      app.delete('/carts/:id/items/:sku', (request, response) => {
        response.json(carts.removeItem(request.params.id, request.params.sku));
      });
      app.put('/carts/:id/coupon', (request, response) => {
        response.json(carts.applyCoupon(request.params.id, request.body?.code));
      });
    },
  });
}
