import { randomBytes } from 'node:crypto';
import { createAccounts } from './accounts.js';
import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';

const { ENVIRONMENT, PORT, TOKEN_SECRET } = process.env;
const log = createLog({ service: 'user', environment: ENVIRONMENT });
if (!TOKEN_SECRET) {
  log.warn(
    'TOKEN_SECRET is not set: tokens of this process mean nothing to the gateway',
  );
}
const accounts = createAccounts({ secret: TOKEN_SECRET ?? randomBytes(32) });

serve(createApp({ accounts, log }), { port: Number(PORT ?? 8080), log });
