import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { PrometheusClient } from '../PrometheusClient';

/** What a stub of whole answers cannot do: bodies that stall, are packed, or end too soon. */
describe('bodies of answers', () => {
  let server: Server;
  let client: PrometheusClient;
  let answer: (response: ServerResponse) => void;
  let closed: Promise<void>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      closed = new Promise(resolve => {
        request.socket.once('close', () => resolve());
      });
      request.resume();
      answer(response);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  afterEach(() => client.close());

  const ask = (timeoutMs = 20_000) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new PrometheusClient({
      instance: {
        name: 'main',
        url,
        externalUrl: url,
        authentication: { type: 'none' },
        headers: {},
      },
      timeoutMs,
      concurrency: 4,
      guard: { backoffMs: 1 },
    });
    return client.query('x');
  };
  const json = JSON.stringify({
    status: 'success',
    data: { resultType: 'scalar', result: [12, '3'] },
  });
  const packed = { 'content-encoding': 'gzip' };

  it('reads what is packed', async () => {
    answer = response => {
      expect(response.req.headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, packed).end(gzipSync(json));
    };
    await expect(ask()).resolves.toMatchObject({ result: [{ value: 3 }] });
  });

  it('gives up on a body that stalls, and closes the connection', async () => {
    answer = response => {
      response.writeHead(200).write(json.slice(0, 20));
    };
    await expect(ask(200)).rejects.toMatchObject({ fault: 'timed-out' });
    await closed;
  });

  it('gives up on one that comes drop by drop, and closes the connection', async () => {
    answer = response => {
      const drops = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drops));
      response.writeHead(200);
    };
    await expect(ask(200)).rejects.toMatchObject({ fault: 'timed-out' });
    await closed;
  });

  it('gives up on a refusal that stalls', async () => {
    answer = response => {
      response.writeHead(422).write('{"status":"error"');
    };
    await expect(ask(200)).rejects.toMatchObject({ fault: 'timed-out' });
    await closed;
  });

  it('says when a body ends too soon', async () => {
    answer = response => {
      response.writeHead(200, { 'content-length': String(json.length) });
      response.write(json.slice(0, 20), () => response.destroy());
    };
    await expect(ask()).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    [
      'what says that it is packed and is not',
      response => response.writeHead(200, packed).end(json),
    ],
    [
      'what is packed and ends too soon',
      response =>
        response.writeHead(200, packed).end(gzipSync(json).subarray(0, 30)),
    ],
    [
      'what is small packed and too long unpacked',
      response =>
        response
          .writeHead(200, packed)
          .end(gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '))),
    ],
    ['nothing', response => response.writeHead(204).end()],
  ])('does not understand %s', async (_, reply) => {
    answer = reply;
    await expect(ask()).rejects.toMatchObject({ fault: 'malformed' });
  });
});
