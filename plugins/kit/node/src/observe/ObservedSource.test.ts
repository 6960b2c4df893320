import { mockServices } from '@backstage/backend-test-utils';
import { MemoryReadModel } from '../readModel';
import { faultError } from '../upstream';
import type { Observation } from './Observation';
import { ObservedSource } from './ObservedSource';

const START = new Date('2026-11-20T10:00:00Z');

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('ObservedSource', () => {
  let now: Date;
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const readModel = () => new MemoryReadModel();
  const create = (model = readModel(), options = {}) =>
    new ObservedSource({
      readModel: model,
      logger: mockServices.logger.mock(),
      patienceMs: 20,
      firstPatienceMs: 20,
      restMs: 5_000,
      now: () => now,
      ...options,
    });
  const observation = (load: () => Promise<string[]>): Observation<string> => ({
    key: 'images of cart',
    source: 'amazon-ecr',
    instance: 'shopstack-cart',
    maxAgeSeconds: 30,
    load,
  });

  beforeEach(() => {
    now = START;
  });

  it('asks once and answers from what it keeps while that is young', async () => {
    const source = create();
    const load = jest.fn().mockResolvedValue(['a']);

    await source.observe(observation(load));
    later(30);

    await expect(source.observe(observation(load))).resolves.toEqual({
      items: ['a'],
      sources: [
        {
          source: 'amazon-ecr',
          instance: 'shopstack-cart',
          state: 'ok',
          asOf: START.toISOString(),
          topic: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      ],
    });
    expect(load).toHaveBeenCalledTimes(1);

    later(1);
    load.mockResolvedValue(['b']);
    const anew = await source.observe(observation(load));
    expect(anew.items).toEqual(['b']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('costs one load however many ask', async () => {
    const source = create();
    const load = jest.fn().mockResolvedValue(['a']);

    const answers = await Promise.all(
      Array.from({ length: 200 }, () => source.observe(observation(load))),
    );

    expect(load).toHaveBeenCalledTimes(1);
    expect(answers.every(answer => answer.items[0] === 'a')).toBe(true);
  });

  it('waits no longer than the asker is in no hurry, and announces what comes after', async () => {
    const changes = { announce: jest.fn() };
    const source = create(readModel(), { firstPatienceMs: 60_000, changes });
    const load = deferred<string[]>();

    const answer = await source.observe({
      ...observation(() => load.promise),
      hurry: Promise.resolve(),
    });
    expect(answer.sources[0].state).toBe('unavailable');

    load.resolve(['a']);
    const late = await source.observe(observation(async () => ['b']));
    expect(late.items).toEqual(['a']);
    expect(changes.announce).toHaveBeenCalledWith([answer.sources[0].topic]);
  });

  it('shows the last good answer with its age when the source fails', async () => {
    const source = create();
    await source.observe(observation(async () => ['a']));
    later(60);
    const failing = observation(async () => {
      throw faultError('unreachable', 'Amazon ECR');
    });

    const first = await source.observe(failing);
    expect(first).toEqual({
      items: ['a'],
      sources: [
        {
          source: 'amazon-ecr',
          instance: 'shopstack-cart',
          state: 'stale',
          asOf: START.toISOString(),
          since: now.toISOString(),
          reason: 'Amazon ECR cannot be reached',
          topic: expect.any(String),
        },
      ],
    });

    const since = now.toISOString();
    later(60);
    const second = await source.observe(failing);
    expect(second.sources[0]).toMatchObject({ state: 'stale', since });
  });

  it('is unavailable, not empty, when there never was an answer', async () => {
    const answer = await create().observe(
      observation(async () => {
        throw new Error('connect to https://user:secret@host failed');
      }),
    );

    expect(answer).toEqual({
      items: [],
      sources: [
        expect.objectContaining({
          state: 'unavailable',
          since: START.toISOString(),
        }),
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('leaves a failing source alone for a while and then finds it healed', async () => {
    const source = create();
    const load = jest
      .fn()
      .mockRejectedValue(faultError('failed', 'Amazon ECR'));
    await source.observe(observation(load));

    later(4);
    await source.observe(observation(load));
    expect(load).toHaveBeenCalledTimes(1);

    later(2);
    load.mockResolvedValue(['a']);
    const healed = await source.observe(observation(load));
    expect(healed.items).toEqual(['a']);
    expect(healed.sources[0]).toEqual({
      source: 'amazon-ecr',
      instance: 'shopstack-cart',
      state: 'ok',
      asOf: now.toISOString(),
      topic: expect.any(String),
    });
  });

  it('does not wait for a source that hangs, and keeps what it says in the end', async () => {
    const model = readModel();
    const source = create(model);
    await source.observe(observation(async () => ['a']));
    later(60);
    const slow = deferred<string[]>();

    const meanwhile = await source.observe(observation(() => slow.promise));
    expect(meanwhile.items).toEqual(['a']);
    expect(meanwhile.sources[0]).toMatchObject({
      state: 'stale',
      asOf: START.toISOString(),
      reason: expect.stringContaining('has not answered yet'),
    });

    const waiting = source.observe(observation(() => slow.promise));
    slow.resolve(['b']);
    expect((await waiting).items).toEqual(['b']);
    expect(await model.get('images of cart')).toMatchObject({ value: ['b'] });
  });

  it('knows after a restart what it knew before', async () => {
    const model = readModel();
    await create(model).observe(observation(async () => ['a']));
    later(60);

    const answer = await create(model).observe(
      observation(async () => {
        throw faultError('timed-out', 'Amazon ECR');
      }),
    );

    expect(answer.items).toEqual(['a']);
    expect(answer.sources[0]).toMatchObject({ state: 'stale' });
  });

  it('says of a first read that it is still running', async () => {
    const slow = deferred<string[]>();
    const answer = await create().observe(observation(() => slow.promise));
    expect(answer.items).toEqual([]);
    expect(answer.sources[0]).toMatchObject({
      state: 'unavailable',
      since: START.toISOString(),
      reason: 'The first read of it is still running',
    });
    slow.resolve([]);
  });

  it('may be told by the answer when it is too old', async () => {
    const source = create();
    const load = jest.fn().mockResolvedValue(['running']);
    const running = {
      ...observation(load),
      maxAgeSeconds: (items: string[]) => (items[0] === 'running' ? 5 : 60),
    };
    await source.observe(running);
    later(6);
    load.mockResolvedValue(['succeeded']);
    await source.observe(running);
    expect(load).toHaveBeenCalledTimes(2);
    later(59);
    await source.observe(running);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('lets nobody change the list of another', async () => {
    const source = create();
    const load = async () => ['a', 'b'];
    (await source.observe(observation(load))).items.reverse();
    expect((await source.observe(observation(load))).items).toEqual(['a', 'b']);
  });

  it('keeps the reason of an outage while the upstream is left alone', async () => {
    const source = create();
    const load = jest
      .fn()
      .mockRejectedValueOnce(faultError('timed-out', 'Amazon ECR'))
      .mockRejectedValue(faultError('paused', 'Amazon ECR'));
    await source.observe(observation(load));
    later(6);
    const answer = await source.observe(observation(load));
    expect(load).toHaveBeenCalledTimes(2);
    expect(answer.sources[0].reason).toBe('Amazon ECR does not answer in time');
  });

  it('answers what it read when it cannot be kept', async () => {
    const model = readModel();
    jest.spyOn(model, 'recordSuccess').mockRejectedValue(new Error('full'));
    const answer = await create(model).observe(observation(async () => ['a']));
    expect(answer).toMatchObject({ items: ['a'], sources: [{ state: 'ok' }] });
  });

  it('reads again what an event named, at the next request', async () => {
    const model = readModel();
    const source = create(model, { watchMs: 0 });
    const load = jest.fn().mockResolvedValue(['a']);
    await source.observe(observation(load));
    await source.expire('images of cart');
    load.mockResolvedValue(['b']);
    // In another replica, too.
    const answer = await create(model).observe(observation(load));
    expect(answer.items).toEqual(['b']);
    await source.expire(key => key === 'images of orders');
    await source.observe(observation(load));
    expect(load).toHaveBeenCalledTimes(2);
  });
});
