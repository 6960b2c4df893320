import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntilReady } from './waitUntilReady';

describe('waitUntilReady', () => {
  let server: Server;
  let address: string;
  /** Answers by path, one after the other; the last one stays. */
  let answers: Record<string, unknown[]>;
  const asked: string[] = [];
  const never = new Promise<void>(() => {});

  beforeAll(async () => {
    server = createServer((request, response) => {
      const kind = /kind=(\w+)/.exec(request.url ?? '')?.[1];
      const name = kind ?? request.url!.split('/').at(-1)!;
      asked.push(name);
      const left = answers[name];
      const answer = left.length > 1 ? left.shift() : left[0];
      const allowed =
        !kind || request.headers.authorization === 'Bearer guest-token';
      response.writeHead(answer === undefined || !allowed ? 503 : 200);
      response.end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    asked.length = 0;
    answers = {
      readiness: [{ status: 'ok' }],
      refresh: [{ backstageIdentity: { token: 'guest-token' } }],
      component: [[{}]],
      template: [[{}]],
    };
  });

  it('waits for readiness and for the last kind of entity', async () => {
    answers.readiness = [undefined, { status: 'ok' }];
    answers.template = [[], [{}]];
    await waitUntilReady(address, ['component', 'template'], { ended: never });
    expect(asked.filter(name => name === 'readiness')).toHaveLength(3);
    expect(asked.filter(name => name === 'template')).toHaveLength(2);
  });

  it('gives up at once when the process ends', async () => {
    answers.readiness = [undefined];
    await expect(
      waitUntilReady(address, ['component'], { ended: Promise.resolve() }),
    ).rejects.toThrow('its process ended');
  });

  it('says what it was still waiting for', async () => {
    answers.component = [[]];
    await expect(
      waitUntilReady(address, ['component'], { ended: never, seconds: 0.2 }),
    ).rejects.toThrow('entities of component: 0');
  });
});
