/** How a stock backend is run beside ours. */
interface StockConfig {
  port: number;
  /** Folder of databases that survive a restart; without it stock keeps its own choice, memory. */
  database?: string;
  /** With the events plugin, which stock does not have: our settings for it. */
  events: boolean;
}

/** What is laid over stock's own configuration. */
export function stockConfig({ port, database, events }: StockConfig): object {
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
    ...(events && {
      events: { useEventBus: 'always', notifyTimeoutMs: 2000 },
    }),
  };
}
