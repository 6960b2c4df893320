/**
 * What stock's own configuration needs to run beside ours: an address, and a database that survives a restart when one is
 * named. The event settings are ours; without the events plugin nobody reads them.
 */
export function stockConfig(port: number, database?: string): object {
  const address = `http://localhost:${port}`;
  return {
    app: { baseUrl: address },
    backend: {
      baseUrl: address,
      listen: { host: 'localhost', port },
      cors: { origin: address },
      ...(database && {
        database: {
          client: 'better-sqlite3',
          connection: { directory: database },
        },
      }),
    },
    events: { useEventBus: 'always', notifyTimeoutMs: 2000 },
  };
}
