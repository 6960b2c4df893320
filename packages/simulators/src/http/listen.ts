import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const IPV4_LOOPBACK = '127.0.0.1';
const IPV6_LOOPBACK = '::1';

export interface Listener {
  readonly port: number;
  /** `http://localhost:PORT` */
  readonly url: string;
  /** Destroys open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Listens on the loopback addresses, on the preferred port when it is free and on any free port otherwise.
 *
 * `localhost` resolves to 127.0.0.1 in some programs and to ::1 in others, so a port counts as free only when it is free on both;
 * a machine without IPv6 is served on 127.0.0.1 alone.
 *
 * @param preferred - 0 for any free port
 */
export async function listen(
  handler: RequestListener,
  preferred: number,
): Promise<Listener> {
  for (const port of preferred === 0 ? [0, 0, 0] : [preferred, 0, 0, 0]) {
    const servers = await tryToListen(handler, port);
    if (servers) {
      return asListener(servers);
    }
  }
  throw new Error('no free port on the loopback addresses');
}

async function tryToListen(handler: RequestListener, port: number) {
  const first = await bind(handler, IPV4_LOOPBACK, port);
  if (first === 'in use' || first === 'no such address') {
    return undefined;
  }
  const second = await bind(handler, IPV6_LOOPBACK, portOf(first));
  if (second === 'in use') {
    await close(first);
    return undefined;
  }
  return second === 'no such address' ? [first] : [first, second];
}

async function bind(handler: RequestListener, host: string, port: number) {
  const server = createServer(handler);
  return await new Promise<Server | 'in use' | 'no such address'>(
    (resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
          resolve('in use');
        } else if (
          error.code === 'EADDRNOTAVAIL' ||
          error.code === 'EAFNOSUPPORT'
        ) {
          resolve('no such address');
        } else {
          reject(error);
        }
      });
      server.listen({ host, port }, () => resolve(server));
    },
  );
}

function portOf(server: Server) {
  return (server.address() as AddressInfo).port;
}

async function close(server: Server) {
  const closed = new Promise<void>(resolve => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}

function asListener(servers: Server[]): Listener {
  const port = portOf(servers[0]);
  return {
    port,
    url: `http://localhost:${port}`,
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}
