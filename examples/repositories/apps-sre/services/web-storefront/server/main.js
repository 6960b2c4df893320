import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';

const { API_GATEWAY_URL, ENVIRONMENT, PORT } = process.env;
const log = createLog({ service: 'web-storefront', environment: ENVIRONMENT });
const service = createApp({
  folder: fileURLToPath(new URL('../dist', import.meta.url)),
  gateway: API_GATEWAY_URL ?? 'http://localhost:8081',
  log,
});

serve(service, { port: Number(PORT ?? 8080), log });
