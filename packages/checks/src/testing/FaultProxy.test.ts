import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { type Fault, FaultProxy } from './FaultProxy';

describe('FaultProxy', () => {
  let stub: HttpStub;
  let proxy: FaultProxy;

  beforeAll(async () => {
    stub = await HttpStub.start();
    stub.reply = () => ({ body: { good: 'x'.repeat(200) } });
    proxy = await FaultProxy.before(stub.url);
  });
  afterEach(() => proxy.set(undefined));
  afterAll(async () => {
    await proxy.close();
    await stub.close();
  });

  const ask = async () => {
    const response = await fetch(proxy.url, {
      signal: AbortSignal.timeout(700),
    });
    return { status: response.status, text: await response.text() };
  };

  it('lets through what is said when nothing is wrong', async () => {
    expect((await ask()).text).toContain('good');
  });

  it.each(['throttled', 'unavailable', 'malformed'] as Fault[])(
    'answers for the upstream when it is %s',
    async fault => {
      await proxy.set(fault);
      const { status, text } = await ask();
      expect([429, 503, 200]).toContain(status);
      expect(text).not.toContain('good');
    },
  );

  it.each(['down', 'blackhole', 'latency', 'reset', 'slice', 'cut'] as Fault[])(
    'keeps the answer back when it is %s, and heals',
    async fault => {
      await proxy.set(fault);
      await expect(ask()).rejects.toThrow();
      await proxy.set(undefined);
      expect((await ask()).text).toContain('good');
    },
  );
});
