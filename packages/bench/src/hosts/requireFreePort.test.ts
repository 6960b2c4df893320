import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { requireFreePort } from './requireFreePort';

describe('requireFreePort', () => {
  it('names a port that is taken, and takes none itself', async () => {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, 'localhost', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await expect(requireFreePort(port)).rejects.toThrow(
      `Port ${port} is taken`,
    );
    await new Promise(resolve => server.close(resolve));
    await requireFreePort(port);
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});
