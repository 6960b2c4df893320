import { createServer } from 'node:http';

const DRAIN_MILLISECONDS = 5_000;
const CUT_MILLISECONDS = 20_000;

/**
 * Listens until the process is told to stop, then stops without dropping a request: not ready first, so that the
 * cluster sends no more, then closed, then, within the pod's grace period of 30 s, cut.
 */
export function serve({ app, life }, { port, log }) {
  const server = createServer(app);
  server.once('error', error => {
    log.error('cannot listen', { port, cause: error.message });
    process.exitCode = 1;
  });
  server.listen(port, () => {
    life.state = 'serving';
    log.info('listening', { port: server.address().port });
  });

  const stop = () => {
    if (life.state === 'stopping') return;
    life.state = 'stopping';
    log.info('stopping');
    setTimeout(() => {
      server.close(() => log.info('stopped'));
      server.closeIdleConnections();
    }, DRAIN_MILLISECONDS);
    setTimeout(() => server.closeAllConnections(), CUT_MILLISECONDS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return server;
}
