import { createServer } from 'node:net';
import { Problem } from './say.mjs';

/** The control address of the simulators stands this far above the portal: 7007 and 7100. */
export const controlOffset = 93;

function isFree(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** True when nobody listens on the port, over IPv4 and IPv6. */
export async function isFreeOnLoopback(port) {
  return (await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'));
}

/** Throws a Problem that says what to do when something else listens on a port. */
export async function requireFreePorts(ports) {
  for (const [port, what] of ports) {
    if (!(await isFreeOnLoopback(port))) {
      throw new Problem(
        `Port ${port} (${what}) is in use by another process. Stop that process, or start on other ports, for example: npm start -- --port 7207`,
      );
    }
  }
}

/** A free port on loopback whose neighbour for the control address is free too. */
export async function findFreePort(from = 7300) {
  for (let port = from; port < from + 2000; port += 100) {
    const free = await Promise.all(
      [port, port + controlOffset].map(each => isFree(each, '127.0.0.1')),
    );
    if (free.every(Boolean)) return port;
  }
  throw new Problem(`No free ports between ${from} and ${from + 2000}.`);
}
