import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAlertmanagerSimulator } from '../alertmanager';
import type { Weather } from '../world/types';
import { createPrometheusSimulator } from './createPrometheusSimulator';
import { TestWorld } from './testing/buildWorld';

const RULES = [
  { record: 'a:b', expr: 'vector(1)' },
  { alert: 'Always', expr: 'vector(1)' },
];

describe.each([
  {
    name: 'prometheus',
    path: '/api/v1/query?query=a:b',
    found: (body: any) => body.data.result.length,
  },
  {
    name: 'prometheus',
    path: '/api/v1/rules',
    found: (body: any) => body.data.groups.length,
  },
  {
    name: 'alertmanager',
    path: '/api/v2/alerts',
    found: (body: any) => body.length,
  },
])('the weather of $name at $path', ({ name, path, found }) => {
  const test = new TestWorld();
  const prometheus = createPrometheusSimulator({ world: test.world });
  const { world } = test;
  const { app } =
    name === 'prometheus'
      ? prometheus
      : createAlertmanagerSimulator({ world, prometheus });
  let server: Server;

  beforeAll(async () => {
    test.putRules('rules', 60, RULES);
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await test.close();
  });

  async function ask(weather: Weather, timeout = 20_000) {
    world.weather.set(name, weather);
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(timeout),
    });
  }

  it.each(['401', '429', '500'] as const)('answers %s', async kind => {
    const response = await ask({ kind });
    expect(response.status).toBe(Number(kind));
    expect(response.headers.has('retry-after')).toBe(kind === '429');
    const body = await response.json();
    const isFault =
      name === 'prometheus'
        ? body.status === 'error' && body.errorType.length > 0
        : typeof body === 'string';
    expect(isFault).toBe(true);
  });

  it('is slow, hangs, and is cut in the middle', async () => {
    const begin = Date.now();
    expect((await ask({ kind: 'slow', delay: 100 })).status).toBe(200);
    expect(Date.now() - begin).toBeGreaterThanOrEqual(95);
    await expect(ask({ kind: 'hang' }, 200)).rejects.toThrow(/timeout/i);
    const cut = await ask({ kind: 'cut' });
    await expect(cut.json()).rejects.toThrow();
  });

  it('has nothing while it is empty, and all again when it is clear', async () => {
    expect(found(await (await ask({ kind: 'empty' })).json())).toBe(0);
    expect(found(await (await ask({ kind: 'clear' })).json())).toBe(1);
  });
});
