import { mockServices } from '@backstage/backend-test-utils';
import { currentLane, runInBackground } from '../lane';
import { MemoryReadModel } from '../readModel';
import { faultError } from '../upstream';
import { topicOf } from './answers';
import type { Observation } from './Observation';
import { ObservedSource } from './ObservedSource';

describe('what somebody looks at', () => {
  const sources: ObservedSource[] = [];
  const announce = jest.fn();
  const create = (options = {}) => {
    const source = new ObservedSource({
      readModel: new MemoryReadModel(),
      logger: mockServices.logger.mock(),
      changes: { announce },
      ...options,
    });
    sources.push(source);
    return source;
  };
  const observation = (
    load: () => Promise<unknown[]>,
    key = 'images of cart',
  ): Observation<unknown> => ({
    key,
    source: 'amazon-ecr',
    maxAgeSeconds: 30,
    load,
  });
  const pass = (seconds: number) =>
    jest.advanceTimersByTimeAsync(seconds * 1_000);

  beforeEach(() => {
    announce.mockClear();
    jest.useFakeTimers();
  });
  afterEach(() => {
    sources.splice(0).forEach(source => source.stop());
    jest.useRealTimers();
  });

  it('is kept fresh, so that nobody who comes back waits or asks', async () => {
    const source = create();
    const lanes: string[] = [];
    const load = jest.fn(async () => {
      lanes.push(currentLane());
      return ['a'];
    });
    await source.observe(observation(load));
    for (let view = 0; view < 17; view++) {
      await pass(10);
      const asked = load.mock.calls.length;
      const answer = await source.observe(observation(load));
      expect(answer.sources[0].state).toBe('ok');
      expect(load).toHaveBeenCalledTimes(asked);
    }
    // 170 s, one read every 24 to 29.5 s.
    expect(load.mock.calls.length).toBeGreaterThanOrEqual(6);
    expect(load.mock.calls.length).toBeLessThanOrEqual(8);
    expect(new Set(lanes.slice(1))).toEqual(new Set(['background']));
  });

  it('is left alone when nobody looks any more', async () => {
    const source = create();
    const load = jest.fn(async () => ['a']);
    await source.observe(observation(load));
    await pass(200);
    const asked = load.mock.calls.length;
    await pass(3_600);
    expect(load).toHaveBeenCalledTimes(asked);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not watched when only the background looks', async () => {
    const load = jest.fn(async () => ['a']);
    const source = create();
    await runInBackground(() => source.observe(observation(load)));
    await pass(120);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is announced when the value or the state changes, and only then', async () => {
    const source = create();
    const load = jest.fn(async () => ['a']);
    const topic = topicOf('images of cart');
    await source.observe(observation(load));
    expect(announce.mock.calls).toEqual([[[topic]]]);
    await pass(65);
    expect(load.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(announce).toHaveBeenCalledTimes(1);

    load.mockResolvedValue(['b']);
    await pass(30);
    expect(announce).toHaveBeenCalledTimes(2);

    load.mockRejectedValue(faultError('failed', 'Amazon ECR'));
    await pass(60);
    expect(announce).toHaveBeenCalledTimes(3);

    load.mockResolvedValue(['b']);
    await pass(30);
    expect(announce).toHaveBeenCalledTimes(4);
  });

  it('becomes fresh within half a minute after a failure', async () => {
    const source = create();
    const load = jest
      .fn()
      .mockRejectedValue(faultError('failed', 'Amazon ECR'));
    await source.observe(observation(load));
    await pass(61);
    const asked = load.mock.calls.length;
    expect(asked).toBeGreaterThanOrEqual(6);
    expect(asked).toBeLessThanOrEqual(9);
    announce.mockClear();
    load.mockResolvedValue(['healed']);
    await pass(12);
    expect(announce).toHaveBeenCalledTimes(1);
    const answer = await source.observe(observation(load));
    expect(answer).toMatchObject({
      items: ['healed'],
      sources: [{ state: 'ok' }],
    });
  });

  it('is announced to who did not wait for it, also when it is the same', async () => {
    const source = create();
    await source.observe(observation(async () => ['a']));
    announce.mockClear();
    jest.setSystemTime(Date.now() + 60_000);
    const slow = () =>
      new Promise<string[]>(resolve => {
        setTimeout(() => resolve(['a']), 5_000);
      });
    const meanwhile = source.observe(observation(slow));
    await pass(1.6);
    expect((await meanwhile).sources[0].state).toBe('stale');
    expect(announce).not.toHaveBeenCalled();
    await pass(5);
    expect(announce).toHaveBeenCalledTimes(1);
  });

  it('answers within three seconds while the source hangs', async () => {
    const source = create();
    const hang = () => new Promise<never>(() => {});
    const begin = Date.now();
    const answered = source
      .observe(observation(hang))
      .then(answer => ({ answer, after: Date.now() - begin }));
    await pass(3);
    const { answer, after } = await answered;
    expect(after).toBeLessThanOrEqual(2_600);
    expect(answer.sources[0].state).toBe('unavailable');
  });

  it('is read at once when an event names it', async () => {
    const source = create();
    const load = jest.fn(async () => ['a']);
    await source.observe(observation(load));
    await source.observe(observation(load, 'scans of cart'));
    load.mockClear();
    load.mockResolvedValue(['b']);
    await source.expire(key => key.startsWith('images'));
    await pass(0);
    expect(load).toHaveBeenCalledTimes(1);
    expect((await source.observe(observation(load))).items).toEqual(['b']);
  });

  it('is read once more when an event comes while it is read', async () => {
    const source = create();
    const load = jest.fn(
      () =>
        new Promise<string[]>(resolve => {
          setTimeout(() => resolve([`read ${load.mock.calls.length}`]), 500);
        }),
    );
    const first = source.observe(observation(load));
    await pass(0.1);
    await source.expire(['images of cart']);
    await pass(3);
    await first;
    expect(load).toHaveBeenCalledTimes(2);
    expect((await source.observe(observation(load))).items).toEqual(['read 2']);
  });

  it('is read by one replica of two', async () => {
    const readModel = new MemoryReadModel();
    const load = jest.fn(async () => ['a']);
    for (const source of [create({ readModel }), create({ readModel })]) {
      await source.observe(observation(load));
    }
    for (let view = 0; view < 10; view++) {
      await pass(30);
      for (const source of sources) await source.observe(observation(load));
    }
    // 300 s: 11 or 12 reads by one replica alone.
    expect(load.mock.calls.length).toBeLessThanOrEqual(14);
  });

  it('does not come in storms, and stays bounded', async () => {
    const source = create();
    let running = 0;
    let most = 0;
    const load = jest.fn(async (_at: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 50));
      running -= 1;
      return ['a'];
    });
    const views = Array.from({ length: 2_100 }, (_, at) =>
      source.observe(observation(() => load(at), `images of ${at}`)),
    );
    await pass(1);
    await Promise.all(views);
    most = 0;
    load.mockClear();
    await pass(30);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(32);
    const refreshed = load.mock.calls.map(([at]) => at);
    expect(new Set(refreshed).size).toBe(2_000);
    expect(refreshed.length).toBeLessThanOrEqual(4_000);
    // Those that nobody looked at for longest are left out.
    expect(Math.min(...refreshed)).toBe(100);
  });

  it('goes on when the database fails for a while', async () => {
    const readModel = new MemoryReadModel();
    const source = create({ readModel });
    const load = jest.fn(async () => ['a']);
    await source.observe(observation(load));
    const get = jest.spyOn(readModel, 'getStates');
    get.mockRejectedValue(new Error('connection lost'));
    await pass(60);
    get.mockRestore();
    load.mockResolvedValue(['b']);
    await pass(60);
    expect((await source.observe(observation(load))).items).toEqual(['b']);
  });
});
