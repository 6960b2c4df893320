import { createApp } from './app.js';
import { createAssortment } from './assortment.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';

const REFRESH_MILLISECONDS = 60_000;

const { ENVIRONMENT, PORT, PRODUCT_URL, INVENTORY_URL } = process.env;
const log = createLog({ service: 'catalog', environment: ENVIRONMENT });
const assortment = createAssortment({
  productUrl: PRODUCT_URL ?? 'http://localhost:8081',
  inventoryUrl: INVENTORY_URL ?? 'http://localhost:8082',
  log,
});
// The first reading is waited for: a catalog that shows nothing for a moment looks like a shop that sells nothing.
await assortment.refresh();
setInterval(() => assortment.refresh(), REFRESH_MILLISECONDS).unref();

serve(createApp({ assortment, log }), { port: Number(PORT ?? 8080), log });
