/**
 * Where the process is in its life: `starting`, `ok`, then `stopping`, never back.
 * Readiness follows it, so that Kubernetes takes the pod out of the Service before the listener closes.
 */
export function createLifecycle() {
  let status = 'starting';
  return {
    get status() {
      return status;
    },
    started() {
      if (status === 'starting') status = 'ok';
    },
    stopping() {
      status = 'stopping';
    },
  };
}

/**
 * Stops a server without dropping a request: not ready, wait until the cluster has noticed, refuse new connections,
 * let open requests end. Resolves with true when all of them did in time.
 */
export async function stopGracefully({ server, lifecycle, config, logger }) {
  lifecycle.stopping();
  logger.info('stopping');
  await delay(config.drainMilliseconds);

  const closed = new Promise(resolve => server.close(() => resolve(true)));
  server.closeIdleConnections();
  const finished = await Promise.race([
    closed,
    delay(config.stopMilliseconds, false),
  ]);
  if (!finished) {
    logger.warn('open requests were cut');
    server.closeAllConnections();
  }
  logger.info('stopped');
  return finished;
}

function delay(milliseconds, value) {
  return new Promise(resolve => {
    setTimeout(() => resolve(value), milliseconds).unref();
  });
}
