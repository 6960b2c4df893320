import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWeather } from '../world/createWeather';
import type { Weather } from '../world/types';
import { weatherMiddleware } from './weather';

describe('weatherMiddleware', () => {
  const weather = createWeather();
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const app = express();
    app.use(weatherMiddleware({ weather }, 'argocd'));
    app.get('/items', (_request, response) => {
      response.json({
        kind: 'List',
        total_count: 3,
        data: { items: [1, 2, 3] },
      });
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/items`;
  });

  afterEach(() => weather.set('argocd', { kind: 'clear' }));

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const get = async (fault: Weather, timeout = 20_000) => {
    weather.set('argocd', fault);
    return await fetch(url, { signal: AbortSignal.timeout(timeout) });
  };

  it.each(['401', '403', '404', '500'] as const)('answers %s', async kind => {
    const response = await get({ kind });
    expect(response.status).toBe(Number(kind));
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('says with 429 when to come back', async () => {
    const response = await get({ kind: '429' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is slow by the delay asked for', async () => {
    const before = Date.now();
    expect((await get({ kind: 'slow', delay: 120 })).status).toBe(200);
    expect(Date.now() - before).toBeGreaterThanOrEqual(115);
  });

  it('cuts the connection in the middle of the body', async () => {
    const response = await get({ kind: 'cut' });
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow();
  });

  it('never answers when it hangs, and closes at once when it is down', async () => {
    await expect(get({ kind: 'hang' }, 300)).rejects.toThrow(/timeout/i);
    await expect(get({ kind: 'down' })).rejects.toThrow('fetch failed');
  });

  it('answers with empty lists', async () => {
    const response = await get({ kind: 'empty' });
    expect(await response.json()).toEqual({
      kind: 'List',
      total_count: 0,
      data: { items: [] },
    });
  });

  it('leaves other paths and other simulators alone', async () => {
    expect((await get({ kind: '500', path: '/other' })).status).toBe(200);
    weather.set('github', { kind: '500' });
    expect((await get({ kind: 'clear' })).status).toBe(200);
  });
});
