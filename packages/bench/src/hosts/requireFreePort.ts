import { createServer } from 'node:net';

/** @throws Error when something listens on a port of this machine, most likely another run. */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Error(
          `Port ${port} is taken: another run may use it and its databases; wait for its end, or choose another with --port`,
        ),
      ),
    );
    server.listen(port, 'localhost', resolve);
  });
  await new Promise(resolve => server.close(resolve));
}
