import express from 'express';
import { createService } from './http/service.js';

/** Accounts over HTTP, as openapi.yaml describes them. */
export function createApp({ accounts, log }) {
  return createService({
    log,
    routes: app => {
      app.use(express.json({ limit: '16kb' }));

      app.post('/users', async (request, response) => {
        response.status(201).json(await accounts.register(request.body ?? {}));
      });
      app.get('/users/:id', (request, response) => {
        response.json(accounts.read(request.params.id));
      });
      app.post('/sessions', async (request, response) => {
        response.status(201).json(await accounts.signIn(request.body ?? {}));
      });
    },
  });
}
