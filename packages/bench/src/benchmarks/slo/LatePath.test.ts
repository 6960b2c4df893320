import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LatePath } from './LatePath';

describe('LatePath', () => {
  let upstream: Server;
  let path: LatePath;

  beforeEach(async () => {
    upstream = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.writeHead(201, { 'content-type': 'text/plain' });
      response.end(`${request.method} ${request.url} ${body}`);
    });
    await new Promise<void>(resolve => {
      upstream.listen(0, '127.0.0.1', resolve);
    });
    const { port } = upstream.address() as AddressInfo;
    path = await LatePath.to(`http://127.0.0.1:${port}`);
  });

  afterEach(async () => {
    await path.close();
    await new Promise(resolve => upstream.close(resolve));
  });

  it('hands on whole requests and answers, late, and counts them', async () => {
    path.latencyMs = 50;
    const started = performance.now();
    const response = await fetch(`${path.url}/a/b?c=d`, {
      method: 'POST',
      body: 'asked',
    });

    expect(response.status).toBe(201);
    expect(await response.text()).toBe('POST /a/b?c=d asked');
    expect(performance.now() - started).toBeGreaterThanOrEqual(49);
    expect(path.calls).toEqual(['POST /a/b']);
    path.forget();
    expect(path.calls).toEqual([]);
  });
});
