import { createApp } from './app.js';
import { createCarts } from './carts.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';
import { createStock } from './inventory.js';

const { ENVIRONMENT, INVENTORY_URL, PORT } = process.env;
const log = createLog({ service: 'cart', environment: ENVIRONMENT });
const carts = createCarts({ stock: createStock({ url: INVENTORY_URL, log }) });

serve(createApp({ carts, log }), { port: Number(PORT ?? 8080), log });
