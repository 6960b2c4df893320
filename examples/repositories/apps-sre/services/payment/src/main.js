import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';
import { createProcessor, createSandbox } from './processor.js';

const { ENVIRONMENT, PORT, CARD_PROCESSOR_URL, CARD_PROCESSOR_TOKEN } =
  process.env;
const log = createLog({ service: 'payment', environment: ENVIRONMENT });
if (!CARD_PROCESSOR_URL)
  log.warn('no card processor is configured: no money moves');
const processor = CARD_PROCESSOR_URL
  ? createProcessor({ url: CARD_PROCESSOR_URL, token: CARD_PROCESSOR_TOKEN })
  : createSandbox();

serve(createApp({ processor, log }), { port: Number(PORT ?? 8080), log });
