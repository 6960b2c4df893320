import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';
import { createStock } from './stock.js';

const { ENVIRONMENT, PORT } = process.env;
const log = createLog({ service: 'inventory', environment: ENVIRONMENT });
const stock = createStock({
  onHand: { 'MUG-1001-5': 120, 'TEE-2001-5': 48, 'BAG-3001-6': 3 },
});

serve(createApp({ stock, log }), { port: Number(PORT ?? 8080), log });
