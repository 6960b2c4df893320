import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';

const { ENVIRONMENT, INVENTORY_URL, ORDER_URL, PORT } = process.env;
const log = createLog({ service: 'admin-panel', environment: ENVIRONMENT });
const service = createApp({
  folder: fileURLToPath(new URL('../dist', import.meta.url)),
  orders: ORDER_URL ?? 'http://localhost:8081',
  inventory: INVENTORY_URL ?? 'http://localhost:8082',
  log,
});

serve(service, { port: Number(PORT ?? 8080), log });
