import { createServer } from 'node:http';
import process from 'node:process';
import pino from 'pino';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { createLifecycle, stopGracefully } from './lifecycle.js';
import { createMetrics } from './metrics.js';

const config = readConfig();
const logger = pino({
  level: config.logLevel,
  base: { service: '<$ name $>', environment: config.environment },
  timestamp: pino.stdTimeFunctions.isoTime,
});
const lifecycle = createLifecycle();
const server = createServer(
  createApp({ config, lifecycle, logger, metrics: createMetrics() }),
);

server.once('error', error => {
  logger.fatal({ err: error }, 'cannot listen');
  process.exitCode = 1;
});

server.listen(config.port, () => {
  lifecycle.started();
  logger.info({ port: server.address().port }, 'listening');
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    const finished = await stopGracefully({ server, lifecycle, config, logger });
    process.exit(finished ? 0 : 1);
  });
}
