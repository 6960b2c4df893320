import { stockConfig } from './stockConfig';

describe('stockConfig', () => {
  it('moves every address', () => {
    expect(stockConfig({ port: 7507, events: false })).toEqual({
      app: { baseUrl: 'http://localhost:7507' },
      backend: {
        baseUrl: 'http://localhost:7507',
        listen: { host: 'localhost', port: 7507 },
        cors: { origin: 'http://localhost:7507' },
      },
    });
  });

  it('keeps databases and serves events only where asked', () => {
    const config = stockConfig({ port: 1, database: '/kept', events: true });
    expect(config).toMatchObject({
      backend: { database: { connection: { directory: '/kept' } } },
      events: { useEventBus: 'always' },
    });
  });
});
